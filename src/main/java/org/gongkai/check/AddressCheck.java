package org.gongkai.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.data.Value;
import org.gongkai.entry.CommonField;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/**
 * Finds former addresses (旧址) at which the site itself has a page, a file or a folder, and those below a file: no disk
 * can hold both.
 */
public final class AddressCheck {

    /**
     * @param site the site
     * @param own every address that the site has of itself, redirects left out
     */
    public List<Problem> check(Site site, Collection<String> own) {
        Set<String> files = new HashSet<>(own);
        Set<String> taken = new HashSet<>(own);
        own.forEach(address -> taken.addAll(folders(address)));
        site.items().forEach(item -> files.addAll(item.entry().publication().aliases()));
        List<Problem> problems = new ArrayList<>();
        for (Item item : site.items()) {
            for (String alias : item.entry().publication().aliases()) {
                if (taken.contains(alias) || folders(alias).stream().anyMatch(files::contains)) {
                    Value at = item.entry().places().get(CommonField.ALIASES);
                    problems.add(Problem.error(
                            "E303",
                            item.entry().path(),
                            at.line(),
                            at.column(),
                            "旧址 " + alias + " 是本站现有的网页地址",
                            "请删去这个旧址"));
                }
            }
        }
        return problems;
    }

    /** The folders above an address: {@code a} and {@code a/b} for {@code a/b/c.html}. */
    private static List<String> folders(String address) {
        List<String> folders = new ArrayList<>();
        for (int slash = address.indexOf('/'); slash > 0; slash = address.indexOf('/', slash + 1)) {
            folders.add(address.substring(0, slash));
        }
        return folders;
    }
}
