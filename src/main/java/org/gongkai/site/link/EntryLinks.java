package org.gongkai.site.link;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.markup.LinkResolver;
import org.gongkai.problem.Position;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.address.AddressPaths;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.link.BodyFacts.Resource;

/**
 * Resolves the links in the body of one entry: to other entries by the path of their source, to files, to the entry
 * itself. Records the files that the body names and the anchors that remain to be checked.
 */
public final class EntryLinks implements LinkResolver {

    private static final Target NO_TARGET = new Target("", "");

    private final LinkIndex index;
    private final FragmentSpelling spelling;
    private final Item item;
    private final EntryTargets targets;
    private final Set<AnchorLink> anchors = new LinkedHashSet<>();
    private ResourceAddresses addresses;

    /**
     * A link to an anchor of an entry.
     *
     * @param path path of the source of the entry
     * @param anchor id of the element
     * @param line line of the link, from 1
     * @param column column of the link, from 1
     */
    public record AnchorLink(String path, String anchor, int line, int column) implements Position {}

    /**
     * @param index possible targets of links of the site
     * @param item the entry
     * @param targets finds the files that the entry names
     * @param addresses addresses of the files that the header names, or of all files if the body was resolved before
     */
    public EntryLinks(LinkIndex index, Item item, EntryTargets targets, ResourceAddresses addresses) {
        this.index = index;
        this.spelling = new FragmentSpelling(index.source());
        this.item = item;
        this.targets = targets;
        this.addresses = addresses;
    }

    @Override
    public Target resolve(Kind kind, String destination, int line, int column) {
        String typed = destination.strip();
        if (targets.isExternal(kind, typed, line, column)) {
            // Opening a page must not send requests to other hosts, even where the rule against such images is off.
            return ExternalLinks.isOnDisc(typed) || kind == Kind.IMAGE ? NO_TARGET : new Target(typed, "");
        }
        int hash = typed.indexOf('#');
        String fragment = hash < 0 ? "" : SourcePaths.decode(typed.substring(hash + 1));
        String path = hash < 0 ? typed : typed.substring(0, hash);
        if (path.isEmpty()) {
            return new Target("#" + anchor(item.entry().source().file(), fragment, line, column), "");
        }
        Optional<SourceFile> file = targets.file(kind, typed, path, line, column);
        if (file.isEmpty()) {
            return NO_TARGET;
        }
        String found = file.get().path();
        Site site = index.site();
        Item other = site.byPath().get(found);
        if (other != null) {
            String anchor = anchor(file.get(), fragment, line, column);
            String href = AddressPaths.relative(item.address(), other.address());
            return new Target(
                    anchor.isEmpty() ? href : href + "#" + anchor, other.entry().title());
        }
        Site.HiddenReason reason = site.unpublished().reasons().get(found);
        if (reason != null) {
            targets.unpublished(reason, kind, path, line, column);
            return NO_TARGET;
        }
        if (index.isEntry(found)) {
            return NO_TARGET;
        }
        addresses = addresses.with(file.get());
        return new Target(AddressPaths.relative(item.address(), addresses.of(file.get())), "");
    }

    /** Returns the addresses of the files that the header and the body have named so far. */
    public ResourceAddresses addresses() {
        return addresses;
    }

    /** Returns the links to anchors so far; whether the anchors exist is unknown until all bodies are converted. */
    public List<AnchorLink> anchors() {
        return List.copyOf(anchors);
    }

    private String anchor(SourceFile file, String fragment, int line, int column) {
        String anchor = spelling.of(file, fragment);
        if (!anchor.isEmpty()) {
            anchors.add(new AnchorLink(file.path(), anchor, line, column));
        }
        return anchor;
    }

    /**
     * Spells the fragment of a link like the id that it refers to. Browsers distinguish {@code #Plan} from {@code
     * #plan}, writers and the programs for which they wrote do not. Ids of headings are in lower case; others are as
     * they were typed, so that a fragment with capitals, which is rare, is searched in the text of the entry to which
     * it leads.
     */
    private record FragmentSpelling(SourceTree source) {

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

    /**
     * The addresses of the files that one entry names, in the order in which it names them: of two files with the same
     * slug the first has the short address. Immutable.
     */
    public record ResourceAddresses(String folder, Slugs slugs, Map<String, Resource> byPath) {

        /** Returns the addresses of an entry that names no file. */
        public static ResourceAddresses none(Item item, Slugs slugs) {
            return new ResourceAddresses(item.folder(), slugs, Map.of());
        }

        /** Returns these addresses and that of one more file; this object if the file has an address already. */
        public ResourceAddresses with(SourceFile file) {
            if (byPath.containsKey(file.path())) {
                return this;
            }
            Map<String, Resource> more = new LinkedHashMap<>(byPath);
            more.put(file.path(), new Resource(file, assign(file)));
            return new ResourceAddresses(folder, slugs, Collections.unmodifiableMap(more));
        }

        /** Returns the address of a file, from the root of the site; the file must have been added. */
        public String of(SourceFile file) {
            return byPath.get(file.path()).address();
        }

        /** Returns the files with their addresses, in the order in which they were added. */
        public List<Resource> all() {
            return List.copyOf(byPath.values());
        }

        private String assign(SourceFile file) {
            Set<String> taken = new HashSet<>();
            taken.add(folder + "history"); // The folder of the previous versions.
            byPath.values().forEach(resource -> taken.add(resource.address()));
            String suffix = file.ending().matches("[a-z0-9]{1,20}") ? "." + file.ending() : "";
            String address = folder + slugs.of(file.stem()) + suffix;
            return taken.contains(address)
                    ? folder + slugs.distinct(file.stem() + " " + file.path()) + suffix
                    : address;
        }
    }
}
