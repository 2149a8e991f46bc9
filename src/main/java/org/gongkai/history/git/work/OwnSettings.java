package org.gongkai.history.git.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Config;
import org.gongkai.io.FileTrees;
import org.gongkai.io.PlainFailure;
import org.gongkai.io.TextResource;

/**
 * The settings in the folder of a repository. Whoever makes a folder, or an archive of one, writes them, and many of
 * them name programs. Those that do not are listed: git goes on getting new ones that do.
 */
final class OwnSettings {

    /** What git, servers and editors write there; nothing that names a program or another file of settings. */
    private static final Pattern HARMLESS =
            Pattern.compile(String.join("|", TextResource.list(OwnSettings.class, "harmless.txt")));

    /**
     * A host or an absolute path; neither a program that transfers nor a folder that came along with this one. No part
     * that becomes an argument of a program begins with a hyphen, and no host has escapes that could hide one.
     */
    private static final Pattern SERVER = Pattern.compile(
            "(?:https?|ssh|git)://(?:(?!-)[^/@]*@)?[^-/@%\\\\][^/@%\\\\]*(?:/.*)?|file:///.*|(?:/|[A-Za-z]:[/\\\\]|\\\\\\\\).*"
                    // As ssh and scp write it.
                    + "|(?:[^-/:\\\\.@][^/:\\\\@]*@)?(?:[^-/:\\\\.@\\[][^/:\\\\@]+|\\[[^-/\\\\@\\]][^/\\\\@\\]]*\\]):(?![:-]|//).*");

    private static final Pattern REMOTE = Pattern.compile("remote\\.(?<name>(?!-).*)\\.(?<what>url|pushurl|promisor)");

    /** Settings whose value is the name of a remote; git takes what is the name of none for an address. */
    private static final Pattern CHOICE =
            Pattern.compile("branch\\..*\\.(?:remote|pushremote)|extensions\\.partialclone");

    private record Setting(String name, String value) {}

    private OwnSettings() {}

    /**
     * Refuses a repository in which something can run a program.
     *
     * @param config its settings and no others
     * @param hooks its folder of hooks
     */
    static void examine(Config config, Path hooks) throws IOException {
        List<Setting> settings = new ArrayList<>();
        forEach(config, (section, part, name) -> {
            String start = section.toLowerCase(Locale.ROOT) + "." + (part == null ? "" : part + ".");
            for (String value : config.getStringList(section, part, name)) {
                settings.add(new Setting(start + name.toLowerCase(Locale.ROOT), Objects.toString(value, "")));
            }
        });
        Set<String> remotes = config.getSubsections("remote").stream()
                .filter(name -> config.getString("remote", name, "url") != null)
                .collect(Collectors.toSet());
        // Of a partial clone git may fetch at any time what is missing.
        boolean isPartial = settings.stream().anyMatch(each -> each.name().matches(".*\\.(promisor|partialclone)"));
        Optional<String> found = settings.stream()
                .filter(each -> !isHarmless(each.name(), each.value(), remotes, isPartial))
                .map(Setting::name)
                .findFirst();
        if (found.isEmpty()) {
            found = FileTrees.children(hooks).stream()
                    .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                    .map(file -> "hooks/" + file.getFileName())
                    .filter(name -> !name.endsWith(".sample"))
                    .findFirst();
        }
        if (found.isPresent()) {
            throw new PlainFailure("这个文件夹自己的 git 设置“" + found.get()
                    + "”可以运行程序，没有打开；是自己或者管理员设的，请加上 --trust-repository 再打开，不知道来历的，请从 .git 文件夹里删去它");
        }
    }

    /** What is done with the name of a setting. */
    interface Visitor {

        /** @param part what stands between the section and the name; null if nothing does */
        void visit(String section, String part, String name);
    }

    /** Visits the name of each setting once. */
    static void forEach(Config config, Visitor visitor) {
        for (String section : config.getSections()) {
            List<String> parts = new ArrayList<>(config.getSubsections(section));
            parts.add(null);
            for (String part : parts) {
                config.getNames(section, part).forEach(name -> visitor.visit(section, part, name));
            }
        }
    }

    private static boolean isHarmless(String name, String value, Set<String> remotes, boolean isPartial) {
        Matcher remote = REMOTE.matcher(name);
        if (remote.matches()) {
            return remote.group("what").equals("promisor")
                    ? remotes.contains(remote.group("name"))
                    : SERVER.matcher(value).matches()
                            || !isPartial && remote.group("what").equals("url") && value.startsWith(".");
        }
        if (CHOICE.matcher(name).matches()) {
            return value.equals(".")
                    || remotes.contains(value)
                    || SERVER.matcher(value).matches();
        }
        return HARMLESS.matcher(name).matches();
    }

    /** Why nothing is transferred: a server that is named from this folder may have come along with it. */
    static Optional<String> refusal(Config config, String remote) {
        return Arrays.stream(config.getStringList("remote", remote, "url"))
                .filter(address -> address.startsWith("."))
                .map(address ->
                        "服务器的地址“" + address + "”不完整，不能取回，也不能上传；请管理员改成完整的路径：git remote set-url " + remote + " 完整的路径")
                .findFirst();
    }
}
