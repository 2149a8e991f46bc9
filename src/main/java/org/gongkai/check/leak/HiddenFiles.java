package org.gongkai.check.leak;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.address.PreviousAddresses.PreviousPaths;
import org.gongkai.site.link.BodyFacts;
import org.gongkai.site.link.BodyFacts.Resource;
import org.gongkai.site.link.HiddenAttachments;
import org.gongkai.site.link.LinkIndex;

/** The files of hidden entries: attachments and sources by their hashes, and the addresses of their pages. */
final class HiddenFiles {

    private final Site site;
    private final SourceTree source;
    private final HiddenAttachments attachments;
    /** Attachments of hidden entries, and the sources of the entries themselves. */
    private final Map<SourceFile, Entry> attached = new HashMap<>();

    private final Set<SourceFile> own = new HashSet<>();
    private final Map<String, Entry> addresses = new HashMap<>();

    HiddenFiles(Site site, List<Item> hidden, SourceTree source) {
        this.site = site;
        this.source = source;
        // Attachments are matched by name alone, in every folder where entries have been.
        this.attachments = new HiddenAttachments(new LinkIndex(site, source, PreviousPaths.NONE));
        attached.putAll(attachments.byFile());
        for (Item item : hidden) {
            own.add(item.entry().source().file());
            attached.put(item.entry().source().file(), item.entry());
        }
        site.unpublished().hidden().forEach(item -> addresses.put(item.address(), item.entry()));
    }

    /**
     * Reports the files of another site that are attachments of hidden entries only. Addresses are not compared,
     * because they may belong to other pages there.
     */
    void reportCopies(Collection<OutputFile> written, String audience, Consumer<Problem> problems) {
        Map<Long, Map<String, String>> bySize = bySize(written);
        Map<SourceFile, Entry> suspects = new HashMap<>(attached);
        suspects.keySet().removeIf(file -> file.size() == 0 || !bySize.containsKey(file.size()));
        if (suspects.isEmpty()) {
            return;
        }
        Map<String, Entry> hidden = new TreeMap<>();
        suspects.forEach((file, entry) -> hidden.putIfAbsent(source.sha256(file), entry));
        attachments.ofVisible().keySet().forEach(file -> {
            if (bySize.containsKey(file.size())) {
                hidden.remove(source.sha256(file));
            }
        });
        bySize.values()
                .forEach(files -> files.forEach((path, hash) -> {
                    if (hidden.containsKey(hash)) {
                        problems.accept(problem(hidden.get(hash), audience, "附件", path));
                    }
                }));
    }

    private static Map<Long, Map<String, String>> bySize(Collection<OutputFile> written) {
        Map<Long, Map<String, String>> bySize = new HashMap<>();
        for (OutputFile file : written) {
            if (!file.sha256().isEmpty()) {
                bySize.computeIfAbsent(file.size(), size -> new TreeMap<>()).put(file.path(), file.sha256());
            }
        }
        return bySize;
    }

    /** Reports the files of the output that belong to hidden entries. */
    void report(
            Collection<OutputFile> written, Collection<BodyFacts> bodies, String audience, Consumer<Problem> problems) {
        for (OutputFile file : written) {
            owner(file.path()).ifPresent(entry -> problems.accept(problem(entry, audience, "网页", file.path())));
        }
        if (attached.isEmpty()) {
            return;
        }
        Map<String, String> visible = new HashMap<>();
        Set<SourceFile> named = new HashSet<>();
        for (BodyFacts body : bodies) {
            for (Resource resource : body.resources()) {
                visible.put(resource.address(), body.path());
                named.add(resource.file());
            }
        }
        included(bodies, named, audience, problems);
        Map<Long, Map<String, String>> bySize = bySize(written);
        attached.forEach((file, entry) -> {
            if (named.contains(file) && entry.publication().scope().equals(SiteConfig.SPECIAL)) {
                namedBy(file, bodies).ifPresent(path -> problems.accept(sameFile(entry, audience, path)));
            }
            if (file.size() == 0 || named.contains(file) || !bySize.containsKey(file.size())) {
                return;
            }
            String hash = source.sha256(file);
            List<String> copies = bySize.get(file.size()).entrySet().stream()
                    .filter(copy -> copy.getValue().equals(hash))
                    .map(Map.Entry::getKey)
                    .toList();
            // A visible entry that names a copy discloses it deliberately: forms are copied from year to year.
            Optional<String> open = copies.stream().filter(visible::containsKey).findFirst();
            if (own.contains(file)) {
                // Copies that a visible entry names are detected by their text.
                copies.stream()
                        .filter(copy -> !visible.containsKey(copy))
                        .findFirst()
                        .ifPresent(copy -> problems.accept(problem(entry, audience, "源文件", copy)));
            } else if (open.isPresent()
                    && site.unpublished().reasons().get(entry.path()) == Site.HiddenReason.OTHER_AUDIENCE) {
                problems.accept(sameFile(entry, audience, visible.get(open.get())));
            } else if (open.isEmpty() && !copies.isEmpty()) {
                problems.accept(problem(entry, audience, "附件", copies.get(0)));
            }
        });
    }

    /** Reports texts of a hidden entry's file that a visible entry includes. */
    private void included(
            Collection<BodyFacts> bodies, Set<SourceFile> named, String audience, Consumer<Problem> problems) {
        Map<String, Entry> byPath = new HashMap<>();
        attached.forEach((file, entry) -> {
            // Includes of other entries are rejected in any case.
            if (!named.contains(file) && !own.contains(file)) {
                byPath.put(file.path(), entry);
            }
        });
        for (BodyFacts body : bodies) {
            for (String path : body.included()) {
                if (byPath.containsKey(path)) {
                    problems.accept(Problem.error(
                            "E305",
                            body.path(),
                            "这一条包含的文件 " + path + " 是 " + byPath.get(path).path() + " 的附件，而公开对象“" + audience + "”看不到那一条",
                            "网站未更新；请把能公开的部分另存为名字以 _ 开头的文件，再包含它；整个文件都能公开的，请也列作这一条的附件"));
                }
            }
        }
    }

    private static Optional<String> namedBy(SourceFile file, Collection<BodyFacts> bodies) {
        return bodies.stream()
                .filter(body -> body.named().contains(file.path()))
                .map(BodyFacts::path)
                .min(Comparator.naturalOrder());
    }

    private Optional<Entry> owner(String address) {
        Entry entry = addresses.get(address);
        int end = address.indexOf('/');
        while (entry == null && end > 0) {
            entry = addresses.get(address.substring(0, end) + ".html");
            end = address.indexOf('/', end + 1);
        }
        return Optional.ofNullable(entry);
    }

    private static Problem sameFile(Entry entry, String audience, String other) {
        return Problem.warning(
                "W306",
                other,
                "有一个附件与 " + entry.path() + " 的附件完全相同，而那一条不对公开对象“" + audience + "”公开",
                "请核对这个文件能不能给他们看；能看就不必改");
    }

    private static Problem problem(Entry entry, String audience, String what, String address) {
        return Problem.error(
                "E305",
                entry.path(),
                "公开对象“" + audience + "”看不到这一条，但它的" + what + "进了输出：" + address,
                "网站未更新；请查自己的模板和素材（templates、assets），或改这一条的公开范围");
    }
}
