package org.gongkai.portal.page;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.portal.collect.CollectedEntry;
import org.gongkai.portal.unit.Unit;

/** Collects what the page of each unit shows of entries, while these pass by oldest first. */
public final class Overview {

    private static final int NEWEST = 20;

    private final LocalDate asOf;
    /** By the code of a site: its unit and those above it. */
    private final Map<String, List<String>> above = new HashMap<>();

    private Optional<LocalDate> next = Optional.empty();

    private final Map<String, Deque<CollectedEntry>> newest = new HashMap<>();
    private final Map<String, Deque<CollectedEntry>> notices = new HashMap<>();

    public Overview(Unit root, LocalDate asOf) {
        this.asOf = asOf;
        addAll(root, List.of());
    }

    private void addAll(Unit unit, List<String> way) {
        List<String> codes = new ArrayList<>(way);
        codes.add(unit.code());
        above.put(unit.code(), codes);
        unit.below().forEach(child -> addAll(child, codes));
    }

    public void add(CollectedEntry entry) {
        entry.notice().ifPresent(notice -> Stream.of(notice.from(), notice.to().plusDays(1))
                .filter(day -> day.isAfter(asOf) && next.filter(day::isBefore).isPresent() == next.isPresent())
                .forEach(day -> next = Optional.of(day)));
        boolean isOpen = entry.notice().filter(notice -> notice.isOpen(asOf)).isPresent();
        for (String code : above.get(entry.site())) {
            Deque<CollectedEntry> last = newest.computeIfAbsent(code, it -> new ArrayDeque<>());
            last.addFirst(entry);
            if (last.size() > NEWEST) {
                last.removeLast();
            }
            if (isOpen) {
                notices.computeIfAbsent(code, it -> new ArrayDeque<>()).addFirst(entry);
            }
        }
    }

    /** The next day on which a 公示 begins, or has ended. */
    public Optional<LocalDate> nextChange() {
        return next;
    }

    /** The newest entries of a unit, newest first. */
    List<CollectedEntry> newest(Unit unit) {
        return List.copyOf(newest.getOrDefault(unit.code(), new ArrayDeque<>()));
    }

    /** The entries of a unit whose 公示 is open, newest first. */
    List<CollectedEntry> notices(Unit unit) {
        return List.copyOf(notices.getOrDefault(unit.code(), new ArrayDeque<>()));
    }
}
