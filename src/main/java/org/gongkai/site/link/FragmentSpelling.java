package org.gongkai.site.link;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;

/**
 * Spells the fragment of a link like the id that it refers to. Browsers distinguish {@code #Plan} from {@code #plan},
 * writers and the programs for which they wrote do not. Ids of headings are in lower case; others are as they were
 * typed, so that a fragment with capitals, which is rare, is searched in the text of the entry to which it
 * leads.
 */
final class FragmentSpelling {

    private final SourceTree source;

    FragmentSpelling(SourceTree source) {
        this.source = source;
    }

    /** Returns the fragment as typed if the file contains it, else in lower case. */
    String of(SourceFile file, String fragment) {
        if (fragment.codePoints().noneMatch(Character::isUpperCase)) {
            return fragment;
        }
        String text = new TextDecoder().decode(source, file, problem -> {}).orElse("");
        Matcher typed = Pattern.compile(
                        "(?:\\{[^{}\\n]*#|\\[[^\\[\\]\\n]*#|\\[\\[|\\b(?:id|name)\\s*=\\s*[\"']?|\\banchor:)("
                                + Pattern.quote(fragment) + ")(?![\\p{L}\\p{N}_-])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        String found = "";
        while (typed.find() && !found.equals(fragment)) {
            found = found.isEmpty() || typed.group(1).equals(fragment) ? typed.group(1) : found;
        }
        return found.isEmpty() ? lower(fragment) : found;
    }

    private static String lower(String fragment) {
        StringBuilder lower = new StringBuilder(fragment.length());
        // Character.toLowerCase does not depend on the locale.
        fragment.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }
}
