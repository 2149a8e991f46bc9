package org.gongkai.register.source;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.entry.kind.Kind;

/** How long an entry is kept: as long as the one of its kinds that is kept longest. */
final class Retention {

    private static final Pattern YEARS = Pattern.compile("(\\d{1,4})年");

    private Retention() {}

    static Optional<String> longest(List<Kind> kinds) {
        return kinds.stream()
                .map(kind -> kind.filing().retention())
                .filter(term -> !term.isEmpty())
                .max(Comparator.comparingInt(Retention::years));
    }

    private static int years(String term) {
        Matcher years = YEARS.matcher(term);
        return years.matches() ? Integer.parseInt(years.group(1)) : term.equals("永久") ? Integer.MAX_VALUE : 0;
    }
}
