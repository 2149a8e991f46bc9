package org.gongkai.write.document.word.assemble;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field that has ended.
 *
 * @param code its code, such as {@code HYPERLINK "…"}
 * @param result the characters that it shows
 * @param preset what it shows if it is part of a form and has no result
 */
record Field(String code, String result, String preset) {

    private static final Pattern WORD = Pattern.compile("\\s*([A-Za-z]+).*", Pattern.DOTALL);
    private static final Pattern ARGUMENT =
            Pattern.compile("\\s*[A-Za-z]+\\s+(?:\"([^\"]*)\"|([^\\s\\\\\"]\\S*)).*", Pattern.DOTALL);
    private static final Pattern SYMBOL_FONT = Pattern.compile("\\\\f\\s+\"?([^\"\\\\]+)\"?");
    private static final Pattern BUTTON = Pattern.compile("\\s*[A-Za-z]+\\s+\\S+\\s+(.*)", Pattern.DOTALL);
    private static final Pattern ENCLOSED =
            Pattern.compile("(?i).*\\\\o\\\\ac\\s*\\(\\s*([○〇□△◇◯])\\s*[,;，]\\s*([^)]*)\\).*", Pattern.DOTALL);

    private static final Pattern ANNOTATED = Pattern.compile(
            "(?i).*\\\\o\\\\a[a-z]*\\s*\\(\\s*\\\\s\\\\up\\s*\\d+\\s*\\(([^)]*)\\)\\s*[,;，]\\s*([^)]*)\\).*",
            Pattern.DOTALL);

    private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

    /** The name of the field in capital letters. */
    String name() {
        Matcher word = WORD.matcher(code);
        return word.matches() ? word.group(1).toUpperCase(Locale.ROOT) : "";
    }

    boolean isContents() {
        return name().equals("TOC") || name().equals("INDEX");
    }

    /** Returns true if the office program puts in today's date or time whenever it opens the document. */
    boolean changesDaily() {
        return switch (name()) {
            case "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE" -> true;
            default -> false;
        };
    }

    /** Returns true if it shows nothing at its place, such as a mark for an index. */
    boolean isInvisible() {
        return switch (name()) {
            case "",
                    "XE",
                    "TC",
                    "TA",
                    "RD",
                    "SET",
                    "ASK",
                    "PRIVATE",
                    "ADVANCE",
                    "PAGE",
                    "NUMPAGES",
                    "SECTIONPAGES",
                    "SHAPE" -> true;
            default -> false;
        };
    }

    /** The address that it leads to; empty if it is no link to one. */
    String address() {
        Matcher argument = ARGUMENT.matcher(code);
        if (!name().equals("HYPERLINK") || !argument.matches() || code.strip().matches("(?s)\\S+\\s+\\\\l.*")) {
            return "";
        }
        return argument.group(1) == null ? argument.group(2) : argument.group(1);
    }

    /** What it shows although it has no result; empty if that cannot be known. */
    Optional<String> computed() {
        return switch (name()) {
            case "FORMTEXT" -> Optional.of(preset);
            case "FORMCHECKBOX", "FORMDROPDOWN" -> Optional.of(preset).filter(shown -> !shown.isEmpty());
            case "SYMBOL" -> symbol();
            case "EQ" -> formula();
            case "MACROBUTTON", "GOTOBUTTON" -> button();
            case "QUOTE" -> argument();
            default -> Optional.empty();
        };
    }

    private Optional<String> argument() {
        Matcher argument = ARGUMENT.matcher(code);
        return argument.matches()
                ? Optional.ofNullable(argument.group(1) == null ? argument.group(2) : argument.group(1))
                : Optional.empty();
    }

    private Optional<String> button() {
        Matcher button = BUTTON.matcher(code);
        return button.matches() ? Optional.of(button.group(1).strip()) : Optional.empty();
    }

    private Optional<String> symbol() {
        Matcher font = SYMBOL_FONT.matcher(code);
        String number = argument().orElse("");
        if (!number.matches("(0[xX][0-9A-Fa-f]{1,4}|[0-9]{1,5})")) {
            return Optional.empty();
        }
        int point = Integer.decode(number.matches("0[0-9]+") ? number.replaceFirst("^0+(?=.)", "") : number);
        String name = font.find() ? font.group(1).strip() : "";
        return SymbolFonts.is(name)
                ? SymbolFonts.character(name, point)
                : Optional.of(Character.toString(point)).filter(text -> point >= 0x20 && point < 0xD800);
    }

    /** A character in a circle or with its pronunciation, which Chinese office programs write as a formula. */
    private Optional<String> formula() {
        Matcher annotated = ANNOTATED.matcher(code);
        if (annotated.matches()) {
            return Optional.of(
                    annotated.group(2).strip() + "（" + annotated.group(1).strip() + "）");
        }
        Matcher enclosed = ENCLOSED.matcher(code);
        if (!enclosed.matches()) {
            return Optional.empty();
        }
        String inner = enclosed.group(2).strip();
        if ("○〇◯".contains(enclosed.group(1)) && inner.matches("[1-9]|1[0-9]|20")) {
            return Optional.of(CIRCLED.substring(Integer.parseInt(inner) - 1, Integer.parseInt(inner)));
        }
        return Optional.of(enclosed.group(1) + inner);
    }
}
