package org.gongkai.cli.text;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Colours for a person who watches; none for a file, a program or whoever has set {@code NO_COLOR}. */
public final class AnsiStyle {

    private final boolean coloured;

    public AnsiStyle(boolean coloured) {
        this.coloured = coloured;
    }

    /** Colours if somebody watches on a terminal that shows them and does not mind. */
    public static AnsiStyle of(boolean watched, Map<String, String> environment) {
        boolean minds = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        boolean oldConsole =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")
                        && !environment.containsKey("WT_SESSION")
                        && !environment.containsKey("TERM");
        return new AnsiStyle(watched && !minds && !oldConsole);
    }

    public String error(String text) {
        return styled(text, Style.fg_red, Style.bold);
    }

    public String warning(String text) {
        return styled(text, Style.fg_yellow, Style.bold);
    }

    /** What stands beside the point, such as line numbers. */
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
