package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.publish.release.LockedStores.LockedStore;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Event.Amended;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.site.Intervention;
import org.gongkai.site.identity.EntryMarks;
import org.gongkai.text.DateText;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a release is to say when it becomes the current one again: a line on each entry of which later releases say
 * otherwise, and all of them in its list of changes.
 */
public final class RollbackNotes {

    /** How the head of a page tells its 修订日期. */
    private static final Pattern REVISION = Pattern.compile("<span>修订：([^<]+)</span>");

    private static final String REVISED = "修订";
    private static final String SINCE = "since";

    private RollbackNotes() {}

    /**
     * What became of the entries of a release since, by their addresses: the day of the first release that shows an
     * entry otherwise, or its 修订日期, and what happened.
     */
    private static SortedMap<String, String> since(Store store, Ledger ledger, Release target) throws IOException {
        SortedMap<String, String> since = new TreeMap<>();
        Map<String, Set<String>> then =
                new TreeMap<>(AddressList.of(store, target.id()).marks());
        then.values().removeIf(Set::isEmpty);
        Set<Release> newest = JointRollback.later(ledger, target.record().number());
        for (Release other : ledger.retained()) {
            if (other.record().number() < target.record().number()) {
                continue;
            }
            String day = DateText.chinese(other.record().at().toLocalDate());
            AddressList list = AddressList.of(store, other.id());
            Set<String> known =
                    list.marks().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
            for (String address : then.keySet()) {
                Set<String> now = said(list.at(address));
                String revised = newest.contains(other) ? revised(store, target, other, address) : "";
                if (!revised.isEmpty()) {
                    since.put(address, revised + REVISED);
                } else if (!now.isEmpty() && !now.equals(said(then.get(address)))) {
                    since.putIfAbsent(address, day + "修改");
                } else if (now.isEmpty()
                        && then.get(address).stream().filter(EntryMarks::isOwn).noneMatch(known::contains)) {
                    since.putIfAbsent(address, day + "停止公开");
                }
            }
        }
        return since;
    }

    /** The marks of what an entry says, wherever its source lies. */
    private static Set<String> said(Set<String> marks) {
        return marks.stream().filter(mark -> !EntryMarks.isOwn(mark)).collect(Collectors.toSet());
    }

    /** The addresses of the entries of a release that a later one shows with another 修订日期, and that day; sorted. */
    public static Set<String> revisedSince(Store store, Ledger ledger, Release target) throws IOException {
        Set<String> revised = new TreeSet<>();
        since(store, ledger, target).forEach((address, what) -> {
            if (what.endsWith(REVISED)) {
                revised.add(address + "（" + what + "以前的）");
            }
        });
        return revised;
    }

    /** The release with what readers are to know; empty if it has no list of changes and later ones say the same. */
    static Optional<Amended> of(LockedStore store, Release target) throws IOException {
        Path folder = store.store().release(target.id());
        SortedMap<String, Optional<byte[]>> changes = new TreeMap<>();
        Optional<Document> list = Files.exists(folder.resolve(FinishedPage.CHANGES))
                ? Optional.of(FinishedPage.parsed(folder, FinishedPage.CHANGES))
                : Optional.empty();
        Optional<Element> line =
                list.map(page -> FinishedPage.announce(page, store.today(), Intervention.Kind.ROLLED_BACK));
        for (Map.Entry<String, String> one :
                since(store.store(), store.ledger(), target).entrySet()) {
            String address = one.getKey();
            Document page = FinishedPage.parsed(folder, address);
            Element main = page.getElementById("main");
            if (main == null || !FinishedPage.isEntry(page)) {
                continue;
            }
            String what = "后来于" + one.getValue() + "过";
            main.select("." + SINCE).remove();
            Element note = main.prependElement("p").addClass("strip").addClass(SINCE);
            note.appendText("这一条" + what + "，这里是那以前的内容");
            line.ifPresent(of -> {
                String home = "../".repeat(address.split("/").length - 1);
                note.appendText("，见")
                        .appendElement("a")
                        .attr("href", home + FinishedPage.CHANGES)
                        .text("更新记录");
                Element entry = of.appendElement("span").addClass("change-what");
                entry.appendElement("a")
                        .attr("href", "../" + address)
                        .text(page.select("h1").text());
                entry.appendText("：" + what);
            });
            note.appendText("。");
            changes.put(address, Optional.of(page.outerHtml().getBytes(StandardCharsets.UTF_8)));
        }
        if (changes.isEmpty() && list.isEmpty()) {
            return Optional.empty();
        }
        list.ifPresent(page ->
                changes.put(FinishedPage.CHANGES, Optional.of(page.outerHtml().getBytes(StandardCharsets.UTF_8))));
        return Optional.of(store.amended(target, changes));
    }

    /** The 修订日期 that a later release gives an entry; empty if it gives none, or the same. */
    private static String revised(Store store, Release target, Release other, String address) throws IOException {
        Path then = store.release(target.id()).resolve(address);
        Path now = store.release(other.id()).resolve(address);
        String day = Files.exists(now) && !Files.isSameFile(then, now) ? revision(now) : "";
        return day.isEmpty() || day.equals(revision(then)) ? "" : day;
    }

    private static String revision(Path page) throws IOException {
        Matcher day = REVISION.matcher(new String(Files.readAllBytes(page), StandardCharsets.UTF_8));
        return day.find() ? day.group(1) : "";
    }
}
