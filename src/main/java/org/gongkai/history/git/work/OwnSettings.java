package org.gongkai.history.git.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private OwnSettings() {}

    /**
     * Refuses a repository in which something can run a program.
     *
     * @param config its settings and no others
     * @param hooks its folder of hooks
     */
    static void examine(Config config, Path hooks) throws IOException {
        List<String> settings = new ArrayList<>();
        forEach(config, (section, part, name) -> {
            String start = section.toLowerCase(Locale.ROOT) + "." + (part == null ? "" : part + ".");
            for (String value : config.getStringList(section, part, name)) {
                settings.add(start + name.toLowerCase(Locale.ROOT) + "\n" + Objects.toString(value, ""));
            }
        });
        Set<String> remotes = settings.stream()
                .map(setting -> REMOTE.matcher(name(setting)))
                .filter(remote -> remote.matches() && remote.group("what").equals("url"))
                .map(remote -> remote.group("name"))
                .collect(Collectors.toSet());
        Optional<String> found = settings.stream()
                .filter(setting -> !isHarmless(name(setting), value(setting), remotes))
                .findFirst();
        if (found.isEmpty()) {
            found = FileTrees.children(hooks).stream()
                    .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                    .map(file -> "hooks/" + file.getFileName())
                    .filter(name -> !name.endsWith(".sample"))
                    .findFirst();
        }
        if (found.isPresent()) {
            String value = value(found.get());
            Matcher remote = REMOTE.matcher(name(found.get()));
            throw new PlainFailure(
                    remote.matches() && remote.group("what").equals("url") && value.startsWith(".")
                            ? "服务器的地址“" + value + "”不完整，没有打开；请管理员改成完整的路径：git remote set-url " + remote.group("name")
                                    + " 完整的路径"
                            : "这个文件夹自己的 git 设置“" + name(found.get())
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

    private static boolean isHarmless(String name, String value, Set<String> remotes) {
        Matcher remote = REMOTE.matcher(name);
        if (remote.matches()) {
            return remote.group("what").equals("promisor")
                    ? remotes.contains(remote.group("name"))
                    : SERVER.matcher(value).matches();
        }
        if (CHOICE.matcher(name).matches()) {
            return value.equals(".")
                    || remotes.contains(value)
                    || SERVER.matcher(value).matches();
        }
        return HARMLESS.matcher(name).matches();
    }

    private static String name(String setting) {
        return setting.split("\n", 2)[0];
    }

    private static String value(String setting) {
        return setting.substring(Math.min(setting.length(), name(setting).length() + 1));
    }
}
