package page

// PictureChooser is what papers do besides, when they can: ask for a picture on this PC, and call chosen with its path
// unless the person gives up.
type PictureChooser interface {
	ChoosePicture(chosen func(path string))
}
