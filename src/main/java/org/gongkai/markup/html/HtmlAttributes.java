package org.gongkai.markup.html;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Decides which attributes may stand in a page, and which values they may have. */
public final class HtmlAttributes {
    /** Letters of any script, digits, hyphens, low lines, colons and full stops. */
    private static final String NAME = "[-\\w:.\\p{L}\\p{Nd}\\x{10000}-\\x{10FFFF}]+";

    private static final Pattern ID = Pattern.compile(NAME);

    /**
     * Attributes, those of one element behind its name, and their values; addresses are checked where they are written.
     * Names of languages hold more than names of ids do: c++, c#, objective-c.
     */
    private static final Map<String, Pattern> VALUES =
            """
            id=\\S{1,200}
            class=[^\\x00-\\x1f\\x7f"'<>&`=]*
            lang=[-\\w:.]+
            dir=ltr|rtl|auto
            title=.*
            aria-label=.*
            div role=region|group|doc-endnotes|note
            section role=region|group|doc-endnotes|note
            aside role=region|group|doc-endnotes|note
            div tabindex=0
            a href=.*
            img src=.*
            img alt=.*
            img loading=lazy
            img width=\\d{1,4}%?
            img height=\\d{1,4}%?
            td colspan=\\d{1,3}
            td rowspan=\\d{1,3}
            th colspan=\\d{1,3}
            th rowspan=\\d{1,3}
            th scope=(col|row)(group)?
            ol start=\\d{1,9}
            ol type=[1aAiI]
            ol reversed=.*
            time datetime=.*
            input type=.*
            input checked=.*
            input disabled=.*
            """
                    .lines()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> Pattern.compile(line[1], Pattern.DOTALL)));

    private HtmlAttributes() {}

    /** Whether an element may have an attribute with this value. */
    static boolean isAllowed(String element, String key, String value) {
        Pattern values = VALUES.getOrDefault(element + " " + key, VALUES.get(key));
        return values != null && values.matcher(value).matches();
    }

    /** Whether the name of a language may be a class. */
    public static boolean isClass(String language) {
        return isAllowed("code", "class", language);
    }

    /** Whether a text from an offset on may be the id of a heading or a paragraph. */
    public static boolean isName(String text, int from) {
        return ID.matcher(text).region(from, text.length()).matches();
    }
}
