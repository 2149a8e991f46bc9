package org.gongkai.site.link;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.markup.LinkResolver.Kind;
import org.gongkai.problem.Problem;

/** Reports links of one entry that leave the site: to other hosts, and to local disks. */
final class ExternalLinks {

    private static final Pattern EXTERNAL = Pattern.compile("(?i)(https?|mailto|tel):.*|//.*", Pattern.DOTALL);
    /** {@code C:\}, {@code file:} and {@code \\server}; Markdown leaves one of two backslashes, or none. */
    private static final Pattern ON_DISC = Pattern.compile("(?i)(?:[a-z][:：].*|file:.*|\\\\.*)", Pattern.DOTALL);

    private final Collection<String> addresses;
    private final String path;
    private final Consumer<Problem> problems;
    private final Set<String> hosts = new HashSet<>();

    /**
     * @param addresses addresses of the site itself
     * @param path path of the entry
     */
    ExternalLinks(Collection<String> addresses, String path, Consumer<Problem> problems) {
        this.addresses = addresses;
        this.path = path;
        this.problems = problems;
    }

    /** Returns whether a link is to another host, or to a mail or phone program. */
    static boolean isExternal(String typed) {
        return EXTERNAL.matcher(typed).matches();
    }

    /** Returns whether an address names a file on a local disk or a file server. */
    static boolean isOnDisc(String typed) {
        return ON_DISC.matcher(typed).matches();
    }

    /** Reports an address that names a file on a local disk or a file server. */
    void onDisc(String what, String typed, int line, int column) {
        problems.accept(Problem.error(
                "E207",
                path,
                line,
                column,
                what + "“" + typed + "”是自己电脑或共享盘上的位置，别人打不开",
                "请把文件放到条目旁边，只写文件名" + nameOf(typed).map(name -> "“" + name + "”").orElse("")));
    }

    /**
     * Reports each other host once that links do not show in their text, and every image that would be fetched from
     * one; an address that is its own text shows its host.
     */
    void host(Kind kind, String typed, int line, int column) {
        Optional<String> host = hostOf(typed)
                .filter(name -> addresses.stream().noneMatch(it -> hostOf(it).equals(Optional.of(name))));
        if (host.isEmpty() || kind == Kind.ADDRESS) {
            return;
        }
        if (kind == Kind.IMAGE) {
            problems.accept(Problem.error(
                    "E209",
                    path,
                    line,
                    column,
                    "图片“" + typed + "”在别的网站 " + host.get() + " 上，内网里显示不出来",
                    "请把图片存到条目旁边，只写文件名"));
        } else if (hosts.add(host.get())) {
            problems.accept(Problem.warning(
                    "W208",
                    path,
                    line,
                    column,
                    "链接指向别的网站 " + host.get() + "，内网里可能打不开",
                    "重要的内容请存成附件；确要保留的，请在文字里写明是外部网站"));
        }
    }

    /** Returns the host of an address in lower case; empty if it has none, such as a telephone number. */
    private static Optional<String> hostOf(String address) {
        int slashes = address.indexOf("//");
        if (slashes < 0 || address.isEmpty()) {
            return Optional.empty();
        }
        String rest = address.substring(slashes + 2);
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String host = rest.substring(rest.lastIndexOf('@', end - 1) + 1, end).toLowerCase(Locale.ROOT);
        return Optional.of(host).filter(name -> !name.isEmpty());
    }

    private static Optional<String> nameOf(String typed) {
        int drive = typed.indexOf(':') == 1 || typed.indexOf('：') == 1 ? 1 : -1;
        int cut = Math.max(drive, Math.max(typed.lastIndexOf('\\'), typed.lastIndexOf('/')));
        return Optional.of(SourcePaths.decode(typed.substring(cut + 1))).filter(name -> !name.isEmpty());
    }
}
