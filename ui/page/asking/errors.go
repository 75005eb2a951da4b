package asking

import "errors"

// errNothing says that no workshop was ticked.
var errNothing = errors.New("preparing a season: no workshop was chosen")
