package org.gongkai.cli.text;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Colours on a terminal; none in a file, for a program or if {@code NO_COLOR} is set. */
public record AnsiStyle(boolean coloured) {

    /**
     * The style of this process.
     *
     * @param interactive whether a person watches
     * @param environment says what the terminal supports and the user wants
     */
    public static AnsiStyle of(boolean interactive, Map<String, String> environment) {
        boolean disabled = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        boolean oldConsole =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")
                        && !environment.containsKey("WT_SESSION")
                        && !environment.containsKey("TERM");
        return new AnsiStyle(interactive && !disabled && !oldConsole);
    }

    public String error(String text) {
        return styled(text, Style.fg_red, Style.bold);
    }

    public String warning(String text) {
        return styled(text, Style.fg_yellow, Style.bold);
    }

    /** Secondary text such as line numbers. */
    String faint(String text) {
        return styled(text, Style.faint);
    }

    public String strong(String text) {
        return styled(text, Style.bold);
    }

    private String styled(String text, IStyle... styles) {
        return coloured ? Style.on(styles) + text + Style.reset.on() : text;
    }
}
