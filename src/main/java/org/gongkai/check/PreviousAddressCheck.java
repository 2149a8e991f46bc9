package org.gongkai.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;
import org.gongkai.site.Editions;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/**
 * Reports previous addresses (旧址) that are not portable, that the site itself uses or reserves for pages, files or
 * folders, and that are below a file. Case is ignored, as it is on Windows and macOS.
 *
 * @param fault returns the reason in Chinese why an address is not portable; empty if it is
 */
public record PreviousAddressCheck(Function<String, Optional<String>> fault) {

    private static final String HINT = "请删去这个旧址";

    /**
     * @param site the site
     * @param own all addresses of the site itself, without redirects
     */
    public List<Problem> check(Site site, Collection<String> own) {
        Taken taken = new Taken(site, own);
        List<Problem> problems = new ArrayList<>();
        withAliases(site).forEach(item -> {
            Value at = item.entry().values().get(CommonField.ALIASES);
            for (String alias : item.entry().publication().aliases()) {
                fault.apply(alias)
                        .map(reason -> problem(item, at, "E307", "旧址 " + alias + " 不能用：" + reason))
                        .or(() -> taken.reason(alias)
                                .map(reason -> problem(item, at, "E303", "旧址 " + alias + " " + reason)))
                        .ifPresent(problems::add);
            }
        });
        return problems;
    }

    private static Problem problem(Item item, Value at, String code, String message) {
        return Problem.error(code, item.entry().path(), at, message, HINT);
    }

    /** The entries that have redirects, now or on their publication day. */
    private static Stream<Item> withAliases(Site site) {
        return Stream.of(site.items().stream(), site.unpublished().gone(), site.unpublished().scheduled().stream())
                .flatMap(items -> items);
    }

    /** The addresses in use, ignoring case. */
    private static final class Taken {

        private final Set<String> exact;
        private final Map<String, String> names = new HashMap<>();
        private final Set<String> files = new HashSet<>();
        private final Map<String, String> aliases = new HashMap<>();
        private final Set<String> histories = new HashSet<>();

        Taken(Site site, Collection<String> own) {
            exact = Set.copyOf(own);
            for (String address : own) {
                names.put(folded(address), address);
                files.add(folded(address));
                folders(folded(address)).forEach(folder -> names.putIfAbsent(folder, folder + "/"));
            }
            withAliases(site).forEach(item -> {
                histories.add(folded(item.folder() + "history"));
                for (String alias : item.entry().publication().aliases()) {
                    files.add(folded(alias));
                    aliases.putIfAbsent(folded(alias), alias);
                }
            });
        }

        /** Returns the reason why an address is not available; empty if it is. */
        Optional<String> reason(String alias) {
            String folded = folded(alias);
            List<String> folders = folders(folded);
            String name = names.get(folded);
            String other = aliases.get(folded);
            if (folded.startsWith(Editions.FOLDER)) {
                return Optional.of("在 editions 文件夹里，那里留给年度存档");
            }
            if (folders.stream().anyMatch(histories::contains)) {
                return Optional.of("在留给修改记录的文件夹里");
            }
            if (name != null && !name.equals(alias) && exact.contains(name)) {
                return Optional.of("与本站的网页地址 " + name + " 只差字母大小写，在有的磁盘和服务器上是同一个");
            }
            if (name != null || folders.stream().anyMatch(files::contains)) {
                return Optional.of("是本站现有的网页地址");
            }
            return alias.equals(other) ? Optional.empty() : Optional.of("与旧址 " + other + " 只差字母大小写，在有的磁盘和服务器上是同一个");
        }

        private static String folded(String address) {
            return address.toLowerCase(Locale.ROOT);
        }

        /** The folders that contain an address: {@code a} and {@code a/b} for {@code a/b/c.html}. */
        private static List<String> folders(String address) {
            List<String> folders = new ArrayList<>();
            for (int slash = address.indexOf('/'); slash > 0; slash = address.indexOf('/', slash + 1)) {
                folders.add(address.substring(0, slash));
            }
            return folders;
        }
    }
}
