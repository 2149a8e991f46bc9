package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Disk;
import org.gongkai.publish.release.FinishedPage;
import org.gongkai.publish.release.FolderContents;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.ActiveTakedown;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.site.Editions;
import org.gongkai.site.identity.EntryMarks;
import org.gongkai.site.identity.PublishedEntry;
import org.jsoup.parser.Parser;

/**
 * The entries of other sites that the pages of a portal name: links with {@code data-entry}, which holds the marks of
 * the entry. Their addresses are those of the links, with a scheme or relative to the root of the portal. They are read
 * from the pages when needed, because a portal may name more entries than fit into memory.
 */
public final class NamedEntries {

    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]+)\" data-entry=\"([^\"]*)\"");

    private NamedEntries() {}

    /** Whether an address is that of a page of another site. */
    public static boolean isElsewhere(String address) {
        return address.contains("://") || address.startsWith("../");
    }

    /** Visits the entries that some pages of a site name. */
    static void visit(Path site, Collection<OutputFile> files, Consumer<PublishedEntry> visitor) throws IOException {
        for (OutputFile file : files) {
            if (file.path().endsWith(".html") && !file.path().startsWith(Editions.FOLDER)) {
                Matcher link = LINK.matcher(Files.readString(site.resolve(file.path())));
                while (link.find()) {
                    Set<String> marks = Arrays.stream(link.group(2).split(" "))
                            .filter(EntryMarks::isMark)
                            .collect(Collectors.toSet());
                    String address = address(Parser.unescapeEntities(link.group(1), true), file.path());
                    visitor.accept(new PublishedEntry("", address, Set.of(address), marks));
                }
            }
        }
    }

    private static String address(String href, String path) {
        if (href.contains("://")) {
            return href;
        }
        String target = URI.create(FinishedPage.ROOT + path).resolve(href).toString();
        return target.startsWith(FinishedPage.ROOT) ? target.substring(FinishedPage.ROOT.length()) : target;
    }

    /** The entries that are among some that were taken down, by their addresses. */
    static Map<String, PublishedEntry> among(
            Path site, Collection<OutputFile> files, Set<String> addresses, Set<String> marks) throws IOException {
        Map<String, PublishedEntry> found = new TreeMap<>();
        visit(site, files, entry -> {
            if (entry.isAny(addresses, marks)) {
                found.put(entry.address(), entry);
            }
        });
        return found;
    }

    /** The entries that a site names though they were taken down. */
    public static Collection<PublishedEntry> returned(Path site, Collection<ActiveTakedown> down) throws IOException {
        Map<String, PublishedEntry> returned = new TreeMap<>();
        for (ActiveTakedown one : down) {
            if (isElsewhere(one.event().address())) {
                returned.putAll(among(
                        site,
                        files(site),
                        Set.copyOf(one.event().addresses()),
                        Set.copyOf(one.event().marks())));
            }
        }
        return returned.values();
    }

    /**
     * Takes entries that were taken down out of a site that is not published yet, for they may still stand in their
     * own.
     *
     * @return their addresses, sorted
     */
    public static Set<String> takeOut(Path site, Collection<ActiveTakedown> down, Disk disk) throws IOException {
        Set<String> addresses = returned(site, down).stream()
                .map(PublishedEntry::address)
                .collect(Collectors.toCollection(TreeSet::new));
        if (addresses.isEmpty()) {
            return addresses;
        }
        new Redaction(new TakedownNoticePage(LocalDate.MIN, ""), new TakenDownContent(), Set.of())
                .apply(site, addresses, disk);
        return addresses;
    }

    /**
     * The whole address of an entry of which somebody typed the end.
     *
     * @return what was typed if no portal names or named such an entry
     * @throws PublicationRefused if there are several
     */
    public static String whole(String typed, List<Store> stores) throws IOException {
        Set<String> found = new TreeSet<>();
        Consumer<String> candidate = address -> {
            if (isElsewhere(address) && (address.equals(typed) || address.endsWith("/" + typed))) {
                found.add(address);
            }
        };
        for (Store store : stores) {
            Ledger ledger = store.ledger();
            ledger.takedowns().values().forEach(down -> down.event().addresses().forEach(candidate));
            for (Ledger.Release release : ledger.retained()) {
                if (AddressList.of(store, release.id()).addresses().isEmpty()) {
                    Path site = store.release(release.id());
                    visit(site, files(site), entry -> candidate.accept(entry.address()));
                }
            }
        }
        if (found.size() > 1 && !found.contains(typed)) {
            throw new PublicationRefused("有几条的网址都是这样结尾，请写完整的一个：" + String.join("、", found));
        }
        return found.size() == 1 ? found.iterator().next() : typed;
    }

    /**
     * The addresses of the entries that a site names and a later one does not, sorted.
     *
     * @param site the folder of a site
     * @param later that of a later one
     */
    public static Set<String> missing(Path site, Path later) throws IOException {
        List<OutputFile> before = files(site);
        List<OutputFile> now = files(later);
        List<OutputFile> changed =
                before.stream().filter(Predicate.not(Set.copyOf(now)::contains)).toList();
        Map<String, Set<String>> gone = new TreeMap<>();
        visit(site, changed, entry -> gone.put(entry.address(), entry.marks()));
        if (!gone.isEmpty()) {
            Set<String> addresses = new HashSet<>();
            Set<String> marks = new HashSet<>();
            Set<String> wanted = gone.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
            visit(later, now, entry -> {
                if (gone.containsKey(entry.address())) {
                    addresses.add(entry.address());
                }
                entry.marks().stream().filter(wanted::contains).forEach(marks::add);
            });
            gone.entrySet()
                    .removeIf(entry -> addresses.contains(entry.getKey())
                            || entry.getValue().stream().anyMatch(marks::contains));
        }
        return new TreeSet<>(gone.keySet());
    }

    private static List<OutputFile> files(Path site) throws IOException {
        return FolderContents.manifest(site).orElseThrow().files();
    }
}
