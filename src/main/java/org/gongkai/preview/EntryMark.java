package org.gongkai.preview;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.entry.Entry;
import org.gongkai.site.Site;
import org.gongkai.text.DateText;

/**
 * Why readers do not see an entry as the preview shows it.
 *
 * @param label a word for lists, such as 草稿
 * @param sentence what readers see instead
 */
record EntryMark(String label, String sentence) {

    /** The marks of the pages of a site, by address; entries that readers see have none. */
    static Map<String, EntryMark> all(Site site) {
        Map<String, EntryMark> marks = new HashMap<>();
        site.items().forEach(item -> of(item.entry(), site.asOf()).ifPresent(mark -> marks.put(item.address(), mark)));
        site.withdrawn().forEach(gone -> marks.put(gone.item().address(), gone(gone)));
        return marks;
    }

    private static Optional<EntryMark> of(Entry entry, LocalDate today) {
        LocalDate published = entry.dates().published().toLocalDate();
        if (entry.publication().status() == Entry.Status.DRAFT) {
            return Optional.of(new EntryMark("草稿", "本条是草稿，发布时不会出现。"));
        }
        return published.isAfter(today)
                ? Optional.of(new EntryMark("未到发布日期", "本条从" + DateText.chinese(published) + "起才公开。"))
                : Optional.empty();
    }

    private static EntryMark gone(Site.Withdrawn gone) {
        String since = gone.day().map(day -> "从" + DateText.chinese(day) + "起").orElse("");
        return new EntryMark(gone.reason().label(), "本条" + since + gone.reason().label() + "，读者只看到下面的说明。");
    }

    /** The mark of the address of a draft or an entry not yet due that the preview does not show. */
    static Optional<EntryMark> hidden(Site site, String address) {
        return site.hidden().stream()
                .filter(item -> item.address().equals(address))
                .filter(item -> site.hiddenReasons().get(item.entry().path()) != Site.HiddenReason.OTHER_AUDIENCE)
                .findFirst()
                .flatMap(item -> of(item.entry(), site.asOf()))
                .map(mark -> new EntryMark(mark.label(), mark.sentence() + "启动时加上 --drafts 就可以预览。"));
    }
}
