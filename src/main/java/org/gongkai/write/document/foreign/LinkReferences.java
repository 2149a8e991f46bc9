package org.gongkai.write.document.foreign;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links and pictures whose addresses stand apart, {@code [text][name]} with {@code [name]: address} on another line.
 * Links to other sites stay as they are typed.
 *
 * @param text the text
 * @param firstLine line of the file, from 1, on which it begins
 */
record LinkReferences(String text, int firstLine) {

    private static final Pattern DEFINITION = Pattern.compile(
            "^ {0,3}\\[([^\\[\\]\n^][^\\[\\]\n]{0,200})\\]:[ \t]*\n?[ \t]*(<[^<>\n]*>|[^\\s<]\\S*)"
                    + "(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\\([^()\n]*\\)))?[ \t]*$",
            Pattern.MULTILINE);

    private static final Pattern USE = Pattern.compile(
            "(!?)\\[((?:[^\\[\\]\n]|\n(?!\\s*\n)|\\[[^\\[\\]\n]*\\]){1,300})\\](?:\\[([^\\[\\]\n]{0,200})\\])?(?![(:\\[])");

    /** Returns the text with the address of the former site or of a picture in each place where it is used. */
    String inlined() {
        Map<String, String> addresses = new HashMap<>();
        MarkupLines lines = MarkupLines.of(text, firstLine);
        Matcher definitions = DEFINITION.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (definitions.find()) {
            boolean isCode = lines.isCode(definitions.start());
            boolean first = !isCode && addresses.putIfAbsent(key(definitions.group(1)), definitions.group(2)) == null;
            boolean here = first && !ForeignAddresses.isElsewhere(definitions.group(2));
            definitions.appendReplacement(
                    rest,
                    here
                            ? definitions.group().replaceAll("[^\n]+", "")
                            : Matcher.quoteReplacement(definitions.group()));
        }
        String remaining = definitions.appendTail(rest).toString();
        if (addresses.isEmpty()) {
            return text;
        }
        // A picture may stand in the text of a link.
        String links = used(MarkupLines.of(remaining, firstLine), addresses);
        return used(MarkupLines.of(links, firstLine), addresses);
    }

    private static String used(MarkupLines lines, Map<String, String> addresses) {
        StringBuilder out = new StringBuilder();
        Matcher uses = USE.matcher(lines.text());
        while (uses.find()) {
            boolean named = uses.group(3) != null && !uses.group(3).isBlank();
            String address = addresses.get(key(uses.group(named ? 3 : 2)));
            boolean stays = address == null
                    || lines.isCode(uses.start())
                    || uses.group(1).isEmpty() && ForeignAddresses.isElsewhere(address);
            uses.appendReplacement(
                    out,
                    Matcher.quoteReplacement(
                            stays ? uses.group() : uses.group(1) + "[" + uses.group(2) + "](" + address + ")"));
        }
        return uses.appendTail(out).toString();
    }

    private static String key(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
