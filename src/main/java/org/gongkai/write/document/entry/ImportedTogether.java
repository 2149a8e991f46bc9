package org.gongkai.write.document.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.markdown.MarkdownConverter;
import org.gongkai.write.document.FormerLink;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.StaticFiles;

/** The documents of one import and the entries that they have become, to which links among them lead. */
public final class ImportedTogether {

    /** Folders of generators that are not part of addresses. */
    private static final List<String> ROOTS = List.of("", "source", "content", "docs", "src");

    private static final int LEVELS = 8;
    private static final Pattern ENDING = Pattern.compile("(?i)\\.(mdx?|markdown|mdown|adoc|asciidoc|html?)$");
    private static final Pattern INDEX = Pattern.compile("/(_?index|readme)$");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|\\\\\\\\.*");
    private static final LinkResolver AS_TYPED =
            (kind, destination, line, column) -> new LinkResolver.Target(destination, "");

    private final Path root;
    private final Map<String, String> entries = new HashMap<>();
    private final Map<String, Set<String>> anchors = new HashMap<>();

    /** @param root the root of the site */
    public ImportedTogether(Path root) {
        this.root = root;
    }

    /** Adds a document and the entry that it has become. */
    public void add(Path file, ImportedEntry entry) {
        entries.putIfAbsent(key(file.toAbsolutePath().normalize().toString()), entry.path());
        entry.formerAddresses()
                .forEach(former -> entries.putIfAbsent(key("/" + StaticFiles.decoded(former)), entry.path()));
    }

    /**
     * The address of a link of the former site in an entry; empty, which is told, if only its text is to remain.
     *
     * @param file the document
     * @param entry the path of its entry
     * @param own the text of its entry
     * @param remarks accepts what became of the link
     */
    String address(Path file, String entry, String own, FormerLink link, String text, Consumer<Remark> remarks) {
        String typed = link.typed();
        int hash = typed.indexOf('#');
        String fragment = hash < 0 ? "" : StaticFiles.decoded(typed.substring(hash + 1));
        String path = StaticFiles.decoded((hash < 0 ? typed : typed.substring(0, hash)).replaceFirst("\\?.*$", ""));
        Optional<String> target = path.isEmpty() ? Optional.of(entry) : target(file, path);
        String subject = "链接“" + Remark.shortened(text.isBlank() ? typed : text) + "”";
        if (target.isEmpty()) {
            String reason = SCHEME.matcher(typed).matches()
                    ? "的地址 " + typed + " 在网页上打不开，只留下文字"
                    : "指向原来网站的 " + typed + "，只留下文字；要链接请改写成本站的条目或附件";
            remarks.accept(new Remark(link.place(), subject + reason, Remark.Weight.LEFT_OUT));
            return "";
        }
        boolean isSame = target.get().equals(entry);
        String anchor = fragment.isEmpty()
                ? ""
                : anchor(
                        fragment, anchors.computeIfAbsent(target.get(), any -> anchors(isSame ? own : text(any), any)));
        if (!fragment.isEmpty() && anchor.isEmpty()) {
            String reason = isSame ? "指向本文没有的位置 #" + fragment + "，只留下文字" : "指向的 " + typed + " 里没有这个位置，改为链接整篇";
            remarks.accept(
                    new Remark(link.place(), subject + reason, isSame ? Remark.Weight.LEFT_OUT : Remark.Weight.NOTE));
        }
        String relative = isSame && !fragment.isEmpty()
                ? ""
                : Path.of(entry)
                        .getParent()
                        .relativize(Path.of(target.get()))
                        .toString()
                        .replace('\\', '/')
                        .replace("(", "%28")
                        .replace(")", "%29");
        return anchor.isEmpty() ? relative : relative + "#" + anchor;
    }

    private Optional<String> target(Path file, String path) {
        if (SCHEME.matcher(path).matches()) {
            return Optional.empty();
        }
        if (!path.startsWith("/")) {
            return beside(file, path);
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        for (int level = 0; level < LEVELS && folder != null; level++, folder = folder.getParent()) {
            for (String name : ROOTS) {
                Optional<String> found = at(folder.resolve(name), path.substring(1));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.ofNullable(entries.get(key(path)));
    }

    /** The entry of a document at a relative path, from its file or from its page in a folder of its own. */
    private Optional<String> beside(Path file, String path) {
        Path document = file.toAbsolutePath().normalize();
        return at(document.getParent(), path)
                .or(() -> at(Path.of(ENDING.matcher(document.toString()).replaceFirst("")), path));
    }

    private Optional<String> at(Path folder, String path) {
        try {
            return Optional.ofNullable(
                    entries.get(key(folder.resolve(path).normalize().toString())));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A path without what addresses leave out. */
    private static String key(String path) {
        String plain = Normalizer.normalize(path, Normalizer.Form.NFC)
                .replace('\\', '/')
                .toLowerCase(Locale.ROOT)
                .replaceFirst("/+$", "");
        return INDEX.matcher(ENDING.matcher(plain).replaceFirst("")).replaceFirst("");
    }

    private String text(String entry) {
        try {
            return Files.readString(root.resolve(entry));
        } catch (IOException e) {
            return "";
        }
    }

    private static Set<String> anchors(String text, String entry) {
        String body = text.replaceFirst("(?s)\\A---\n.*?\n---\n", "");
        return new MarkdownConverter()
                .convert(new Markup(entry, body, 1), AS_TYPED)
                .anchors();
    }

    /** The anchor that a fragment means, whose punctuation other generators treat in other ways; empty for none. */
    private static String anchor(String fragment, Set<String> anchors) {
        if (anchors.contains(fragment)) {
            return fragment;
        }
        String letters = letters(fragment);
        List<String> same = new ArrayList<>(anchors);
        same.removeIf(anchor -> letters.isEmpty() || !letters(anchor).equals(letters));
        return same.stream().sorted().findFirst().orElse("");
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
