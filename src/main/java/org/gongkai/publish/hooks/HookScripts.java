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
 * The scripts that git runs. A hook that was there before is kept under another name and runs first, with the same input;
 * what it refuses is refused.
 */
public final class HookScripts {

    /** The hooks that are written. */
    public static final List<String> NAMES = List.of("pre-receive", "post-receive");

    private static final String MARK = "# gongkai hooks install";
    private static final String ORIGINAL_SUFFIX = ".before-gongkai";

    private final Path folder;

    /** @param folder where git looks for the hooks of the repository */
    public HookScripts(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a hook, anew if it is there already.
     *
     * @param name what git calls it
     * @param command the command that it ends with, word by word
     * @throws IOException if it cannot be written, or a hook would be lost
     */
    public void install(String name, List<String> command) throws IOException {
        Path hook = folder.resolve(name);
        Path kept = folder.resolve(name + ORIGINAL_SUFFIX);
        Files.createDirectories(folder);
        if (Files.exists(hook, LinkOption.NOFOLLOW_LINKS) && !isOurs(hook)) {
            if (Files.exists(kept, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(kept.toString(), null, "这里已经保存着一个原来的钩子，请先看看还要不要");
            }
            Files.move(hook, kept);
        }
        AtomicFile.put(hook, script(command));
        if (Files.getFileStore(hook).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Takes a hook away, and puts the one that was there before back. */
    public void uninstall(String name) throws IOException {
        Path hook = folder.resolve(name);
        Path kept = folder.resolve(name + ORIGINAL_SUFFIX);
        if (isOurs(hook)) {
            Files.delete(hook);
            if (Files.exists(kept, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(kept, hook);
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
     * Java settles the encoding of file names when it starts, and a server of git often has no language. Nothing in it says
     * which repository this is: in a copy it must speak of the copy.
     */
    private static String script(List<String> command) {
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
               printf '%%s\\n' "$updates" | LC_ALL=C.UTF-8 %s
               status=$?
               if [ "$status" -gt 3 ]; then
                 echo "程序被系统中止了（退出状态 $status），没有做完；多半是服务器内存不够，请告诉管理员。" >&2
                 exit 3
               fi
               exit "$status"
               """
                .formatted(MARK, quoted(ORIGINAL_SUFFIX), words);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
