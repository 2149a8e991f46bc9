package org.gongkai.feature.register.source;

import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/**
 * What became of a 公示: another entry that it names, or a text.
 *
 * @param item the entry with the 公示
 */
public record NoticeResult(Item item, Site site) {

    /** The path of facts at which it stands. */
    public static final String PATH = "公示.结果";

    /** What shall be done behind the end. With one of the words of {@link #DONE} it says what was done. */
    private static final Pattern PROMISE = Pattern.compile("(?:公示)?(?:期满|结束|到期)(?:以?后|之后).*");

    private static final Pattern DONE = Pattern.compile("[已未无]|没有|收到|通过");

    /** The title of the entry that it names if that is public, or its text; a promise is none once the 公示 has ended. */
    Optional<String> text() {
        String typed = typed();
        if (isPath(typed)) {
            return entry().map(named -> named.entry().title());
        }
        boolean isPromise =
                PROMISE.matcher(typed).matches() && !DONE.matcher(typed).find();
        return Optional.of(typed).filter(text -> !text.isEmpty() && !(isPromise && isEnded()));
    }

    /** The public entry that it names. */
    public Optional<Item> entry() {
        String typed = typed();
        return isPath(typed)
                ? SourceFile.resolved(SourceFile.folder(item.entry().path()) + typed)
                        .map(site.byPath()::get)
                : Optional.empty();
    }

    /** Returns true if the last day of the 公示 has passed. */
    public boolean isEnded() {
        return item.entry()
                .notice()
                .filter(notice -> notice.to().isBefore(site.asOf()))
                .isPresent();
    }

    private String typed() {
        return item.entry()
                .notice()
                .map(Entry.Notice::result)
                .map(result -> result.text().strip())
                .orElse("");
    }

    private static boolean isPath(String typed) {
        return EntryFormat.ofEnding(SourceFile.ending(typed)).isPresent();
    }
}
