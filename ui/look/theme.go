package look

import "tachiba/ui/style"

// ThemeName returns what a theme is called: the built-in ones in the reader's
// language, their own as they named it.
func (l *Look) ThemeName(name string) string {
	if style.BuiltIn(name) {
		return l.T("theme." + name)
	}
	return name
}
