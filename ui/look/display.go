package look

import (
	"os"
	"strconv"
)

// DisplaySizes are the sizes the settings offer, in percent of the system's own scale.
var DisplaySizes = []int{100, 115, 130}

// UseDisplaySize asks Fyne to draw larger. Call it before the first window: Fyne reads it when a window opens.
// A FYNE_SCALE given by the person who started the program is respected.
func UseDisplaySize(percent int) error {
	if os.Getenv("FYNE_SCALE") != "" {
		return nil
	}
	return os.Setenv("FYNE_SCALE", strconv.FormatFloat(float64(percent)/100, 'f', 2, 64))
}
