package kit

// Area is a rectangle in canvas units, inside the widget that paints. For texts H is the height of the line box
// and W, when it is not 0, the width after which the text is cut with an ellipsis.
type Area struct{ X, Y, W, H float32 }

// At makes an area from its top left corner and its size.
func At(x, y, w, h float32) Area { return Area{x, y, w, h} }

// Inset returns the area without a margin of dx on the left and right and dy above and below. Negative grows it.
func (a Area) Inset(dx, dy float32) Area { return Area{a.X + dx, a.Y + dy, a.W - 2*dx, a.H - 2*dy} }

// Shift returns the area moved.
func (a Area) Shift(dx, dy float32) Area { return Area{a.X + dx, a.Y + dy, a.W, a.H} }

// Left returns the strip of width w at the left of the area, Right the one at its right.
func (a Area) Left(w float32) Area { return Area{a.X, a.Y, w, a.H} }

// Right returns the strip of width w at the right of the area.
func (a Area) Right(w float32) Area { return Area{a.X + a.W - w, a.Y, w, a.H} }

// Middle returns the area of that size centred in a.
func (a Area) Middle(w, h float32) Area { return Area{a.X + (a.W-w)/2, a.Y + (a.H-h)/2, w, h} }

// After returns what is left of the area once dx is taken from its left.
func (a Area) After(dx float32) Area { return Area{a.X + dx, a.Y, a.W - dx, a.H} }

// End is the right edge.
func (a Area) End() float32 { return a.X + a.W }

// Bottom is the lower edge.
func (a Area) Bottom() float32 { return a.Y + a.H }

// Has says whether the point is inside.
func (a Area) Has(x, y float32) bool { return x >= a.X && y >= a.Y && x < a.X+a.W && y < a.Y+a.H }
