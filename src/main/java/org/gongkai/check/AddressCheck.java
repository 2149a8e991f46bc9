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

/** Finds former addresses (旧址) at which the site itself has a page or a file. */
public final class AddressCheck {

    /**
     * @param site the site
     * @param own every address that the site has of itself, redirects left out
     */
    public List<Problem> check(Site site, Collection<String> own) {
        Set<String> taken = new HashSet<>(own);
        List<Problem> problems = new ArrayList<>();
        for (Item item : site.items()) {
            for (String alias : item.entry().publication().aliases()) {
                if (taken.contains(alias)) {
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
}
