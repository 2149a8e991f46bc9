package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gongkai.feature.register.model.Register;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.publish.release.takedown.NamedEntries.Redirect;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Takes the files of registers that mention a page out of a release, and the links to them out of the pages of
 * registers. Tables and workbooks cannot be cut like pages; the pages keep all other rows.
 */
final class RegisterFileRedaction {

    /** Those of editions too, which lie in releases. */
    private static final String ANYWHERE = "(?:editions/[^/]+/)?" + Register.FOLDER;

    private static final Pattern FILE = Pattern.compile(ANYWHERE + ".*\\.(?:json|csv|xlsx|ics)");
    private static final Pattern PAGE = Pattern.compile(ANYWHERE + ".*\\.html");
    /** RFC 5545 folds lines, also within addresses. */
    private static final String FOLD = "\r\n ";

    private final Set<String> removed = new TreeSet<>();

    /**
     * @param site folder of the site
     * @param files its files
     */
    RegisterFileRedaction(Path site, Collection<OutputFile> files, Mentions mentions, TakenPage taken)
            throws IOException {
        for (OutputFile file : files) {
            if (FILE.matcher(file.path()).matches()) {
                // The parts of workbooks are stored as they are, so that texts can be found in their bytes.
                String text = new String(Files.readAllBytes(site.resolve(file.path())), StandardCharsets.UTF_8)
                        .replace(FOLD, "");
                if (mentions.isAddressIn(text) || taken.isNamedIn(text)) {
                    removed.add(file.path());
                }
            }
        }
    }

    /** The files that are taken out. */
    Set<String> removed() {
        return removed;
    }

    /** Whether a file belongs to a register and is no page. */
    static boolean isFile(String path) {
        return FILE.matcher(path).matches();
    }

    /** Whether a file is the page of a register. */
    static boolean isPage(String path) {
        return PAGE.matcher(path).matches();
    }

    /** Whether a file is the page of a register, which may link files that are taken out. */
    boolean mayBeLinkedIn(String path) {
        return isPage(path) && !removed.isEmpty();
    }

    /** Takes the links to removed files out of the page of a register; returns whether there were any. */
    boolean removeLinks(Document page) {
        List<Element> links = page.select("a[href]").stream()
                .filter(link -> removed.contains(link.absUrl("href").replace(Redirect.ROOT, "")))
                .toList();
        links.forEach(Element::remove);
        return !links.isEmpty();
    }
}
