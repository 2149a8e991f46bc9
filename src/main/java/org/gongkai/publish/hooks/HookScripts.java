package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.io.AtomicFile;

/**
 * The hook scripts that git runs. A hook that was there before is renamed and runs first, with the same input; a push
 * that it rejects is rejected.
 *
 * @param folder the folder in which git looks for the hooks of the repository
 */
public record HookScripts(Path folder) {

    /** The names of the hooks. */
    public static final List<String> NAMES = List.of("pre-receive", "post-receive");

    private static final String MARK = "# gongkai hooks install";
    private static final String ORIGINAL_SUFFIX = ".before-gongkai";

    /**
     * Waits for the check of another push, and ends if that push has set a branch which this one is about to set. The program
     * makes sure of both; but of many who push at once all but one would start it in vain.
     */
    private static final String WAIT =
            """
            overtaken() {
              printf '%s\\n' "$updates" | while read -r old new name; do
                case "$old" in *[!0]*) ;; *) old= ;; esac
                [ "$(git rev-parse -q --verify "$name")" = "$old" ] || echo "$name"
              done
            }
            tries=0
            while [ "$tries" -lt 300 ] && other=$(cat gongkai/check.pid 2>/dev/null) && kill -0 "$other" 2>/dev/null; do
              tries=$((tries + 1))
              sleep 0.2
            done
            if [ "$tries" -gt 0 ]; then
              sleep 0.2
              if [ -n "$(overtaken)" ]; then
                echo "没有收下这次推送：别人刚刚先推送了。"
                echo "请先拉取（pull），再推送一次。"
                exit 1
              fi
            fi
            echo $$ 2>/dev/null >gongkai/check.pid
            trap '[ "$(cat gongkai/check.pid 2>/dev/null)" != $$ ] || rm -f gongkai/check.pid' EXIT
            """;

    /**
     * Writes a hook, replacing one that this program has written.
     *
     * @param name the name of the hook
     * @param command the command that it ends with, word by word
     * @throws IOException if it cannot be written, or an original hook would be overwritten
     */
    public void install(String name, List<String> command) throws IOException {
        Path hook = folder.resolve(name);
        Path original = folder.resolve(name + ORIGINAL_SUFFIX);
        Files.createDirectories(folder);
        if (Files.exists(hook, LinkOption.NOFOLLOW_LINKS) && !isOurs(hook)) {
            if (Files.exists(original, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(original.toString(), null, "这里已经保存着一个原来的钩子，请先看看还要不要");
            }
            Files.move(hook, original);
        }
        AtomicFile.put(hook, script(command, name.equals("pre-receive") ? WAIT : ""));
        if (Files.getFileStore(hook).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Deletes a hook and restores the original one. */
    public void uninstall(String name) throws IOException {
        Path hook = folder.resolve(name);
        Path original = folder.resolve(name + ORIGINAL_SUFFIX);
        if (isOurs(hook)) {
            Files.delete(hook);
            if (Files.exists(original, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(original, hook);
            }
        }
    }

    private static boolean isOurs(Path hook) throws IOException {
        return Files.isRegularFile(hook, LinkOption.NOFOLLOW_LINKS)
                && new String(Files.readAllBytes(hook), java.nio.charset.StandardCharsets.ISO_8859_1)
                        .lines()
                        .anyMatch(MARK::equals);
    }

    /**
     * The script sets a locale, for Java determines the encoding of file names at its start and git servers often
     * have none. It does not name the repository, so that in a copy it is about the copy.
     */
    private static String script(List<String> command, String before) {
        String words = command.stream().map(HookScripts::quoted).collect(Collectors.joining(" "));
        return """
               #!/bin/sh
               %s
               # 要改，请再运行 hooks install；要去掉，加上 --uninstall。
               updates=$(cat)
               earlier="$0"%s
               if [ -x "$earlier" ]; then
                 printf '%%s\\n' "$updates" | "$earlier" "$@" || exit $?
               fi
               %sprintf '%%s\\n' "$updates" | LC_ALL=C.UTF-8 %s
               status=$?
               if [ "$status" -gt 3 ]; then
                 echo "程序被系统中止了（退出状态 $status），没有做完；多半是服务器内存不够，请告诉管理员。" >&2
                 exit 3
               fi
               exit "$status"
               """
                .formatted(MARK, quoted(ORIGINAL_SUFFIX), before, words);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
