package org.gongkai.publish.print;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.feature.register.model.Register;
import org.gongkai.problem.Nearest;
import org.gongkai.publish.InvalidRequest;

/**
 * Finds the pages that are typed as addresses or as sources of entries. Only what is among the files of the site is a
 * page, so that nothing that is typed leads out of it.
 *
 * @param root the root of the source
 * @param baseUrl the address of the published site ending in {@code /}, or empty
 * @param pages the addresses of all pages
 * @param byPath the addresses of entries by the paths of their sources
 */
record WantedPages(Path root, String baseUrl, Set<String> pages, Map<String, String> byPath) {

    private static final String INDEX = "index.html";

    WantedPages {
        pages = Set.copyOf(pages);
        byPath = Map.copyOf(byPath);
    }

    /**
     * Returns the addresses of some pages, each once, in the order in which they are typed.
     *
     * @throws InvalidRequest if one of them is no page of the site
     */
    List<String> find(List<String> typed) {
        Set<String> found = new LinkedHashSet<>();
        typed.forEach(word -> found.add(entry(word)
                .or(() -> page(word))
                .orElseThrow(() -> new InvalidRequest("站点里没有这一页，没有打印：" + word + hint(word)))));
        return List.copyOf(found);
    }

    private Optional<String> page(String typed) {
        String address = address(typed);
        return pages.contains(address)
                ? Optional.of(address)
                : Optional.of(address.isEmpty() || address.endsWith("/") ? address + INDEX : address + "/" + INDEX)
                        .filter(pages::contains);
    }

    private String address(String typed) {
        String address = typed.replaceFirst("[?#].*$", "");
        return !baseUrl.isEmpty() && address.startsWith(baseUrl)
                ? address.substring(baseUrl.length())
                : address.replaceFirst("^(?:\\./|/)++", "");
    }

    /** The page of an entry whose source is typed from the root of the site, or from the current folder. */
    private Optional<String> entry(String typed) {
        return Optional.ofNullable(byPath.get(typed.replace('\\', '/').replaceFirst("^\\./", "")))
                .or(() -> fromFolder(typed).map(byPath::get));
    }

    private Optional<String> fromFolder(String typed) {
        try {
            Path file = Path.of(typed).toAbsolutePath().normalize();
            return file.startsWith(root)
                    ? Optional.of(root.relativize(file).toString().replace('\\', '/'))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private String hint(String typed) {
        if (typed.startsWith(Register.WALL)) {
            return "；这个月没有要张贴的内容";
        }
        if (typed.matches("(?i).*\\.(?:md|adoc)")) {
            return "；它不是条目，或者没有公开（草稿和没到发布日期的，加上 --drafts）";
        }
        List<String> known = new ArrayList<>(pages);
        known.addAll(byPath.keySet());
        return Nearest.of(address(typed), known)
                .map(near -> "；您是不是要写“" + near + "”")
                .orElse("；请写从首页算起的网址，如 notices/2024/a.html，或者条目的源文件");
    }
}
