package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: a.T("cli.version"), Args: a.noArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(a.out, versionLine(buildInfo()))
			return err
		},
	}
}

// buildInfo returns what the build recorded, empty where it recorded nothing.
func buildInfo() *debug.BuildInfo {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info
	}
	return &debug.BuildInfo{}
}

// versionLine returns the module's version, the commit it was built from and
// whether files differed from it, the Go version and the platform.
func versionLine(info *debug.BuildInfo) string {
	setting := map[string]string{}
	for _, s := range info.Settings {
		setting[s.Key] = s.Value
	}
	line := "tachiba " + info.Main.Version
	if info.Main.Version == "" {
		line = "tachiba (devel)"
	}
	if revision := setting["vcs.revision"]; revision != "" && !strings.Contains(line, revision[:min(12, len(revision))]) {
		line += " " + revision[:min(12, len(revision))]
		if setting["vcs.modified"] == "true" {
			line += "+modified"
		}
	}
	return fmt.Sprintf("%s %s %s/%s", line, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
