package org.gongkai.history.git.work.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.io.PlainFailure;

/**
 * The settings in the folder of a repository. Whoever makes a folder, or an archive of one, writes them, and many of them
 * name programs. Those that do not are listed: git goes on getting new ones that do.
 */
final class OwnSettings {

    /** What git, servers and editors write there; nothing that names a program or another file of settings. */
    private static final Pattern HARMLESS = Pattern.compile(
            "core\\.(?:abbrev|autocrlf|bare|bigfilethreshold|checkstat"
                    + "|commentchar|compression|eol|excludesfile|filemode|fscache|fsmonitor|hidedotfiles|ignorecase"
                    + "|logallrefupdates|longpaths|precomposeunicode|preloadindex|protecthfs|protectntfs|quotepath"
                    + "|repositoryformatversion|safecrlf|sharedrepository|symlinks|trustctime|untrackedcache|whitespace|worktree)"
                    + "|extensions\\.(?:compatobjectformat|objectformat|partialclone|refstorage)"
                    + "|(?:advice|branch|color|gui|i18n|init|user)\\..*"
                    + "|remote\\..*\\.(?:fetch|gh-resolved|partialclonefilter|promisor|prune|prunetags|tagopt)"
                    + "|commit\\.gpgsign|fetch\\.prune|gc\\.auto|pull\\.(?:ff|rebase)|push\\.(?:autosetupremote|default|followtags)"
                    + "|http\\.(?:.*\\.)?(?:postbuffer|proxy|sslcainfo|sslverify|version)"
                    + "|lfs\\.(?:repositoryformatversion|.*\\.(?:access|locksverify))|submodule\\.(?:active|.*\\.(?:active|url))");

    /** A host or an absolute path; neither a program that transfers nor a folder that came along with this one. */
    private static final Pattern SERVER =
            Pattern.compile("remote\\..*\\.(?:url|pushurl)\n(?:(?:https?|ssh|git|file)://.*"
                    + "|(?:/|[A-Za-z]:[/\\\\]|\\\\\\\\).*|[^-/:\\\\.][^/:\\\\]+:(?!:).*)");

    private OwnSettings() {}

    /**
     * Refuses a repository in which something can run a program.
     *
     * @param settings its settings, each as its name, a line break and its value
     * @param hooks its folder of hooks
     */
    static void examine(List<String> settings, Path hooks) throws IOException {
        Optional<String> found = settings.stream()
                .filter(setting -> !SERVER.matcher(setting).matches())
                .map(setting -> setting.split("\n", 2)[0])
                .filter(name -> !HARMLESS.matcher(name).matches())
                .findFirst();
        if (found.isEmpty() && Files.isDirectory(hooks)) {
            try (Stream<Path> files = Files.list(hooks)) {
                found = files.filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                        .map(file -> "hooks/" + file.getFileName())
                        .filter(name -> !name.endsWith(".sample"))
                        .sorted()
                        .findFirst();
            }
        }
        if (found.isPresent()) {
            throw new PlainFailure("这个文件夹自己的 git 设置“" + found.get()
                    + "”可以运行程序，没有打开；是自己或者管理员设的，请加上 --trust-repository 再打开，不知道来历的，请从 .git 文件夹里删去它");
        }
    }
}
