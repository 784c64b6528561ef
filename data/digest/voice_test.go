package digest

import (
	"testing"

	"pgregory.net/rapid"
)

// TestVoiceTails holds that no ending which the pattern takes is passed over.
func TestVoiceTails(t *testing.T) {
	endings := rapid.StringMatching(voiceEnd.String())
	rapid.Check(t, func(r *rapid.T) {
		s := endings.Draw(r, "ending")
		if voiceEnd.MatchString(s) && !endsAsVoice(s) {
			r.Errorf("%q is passed over", s)
		}
	})
}
