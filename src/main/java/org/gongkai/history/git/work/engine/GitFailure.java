package org.gongkai.history.git.work.engine;

import java.nio.file.Path;
import java.util.List;

/** Says in one sentence why git failed, for the causes that users can remove. */
public final class GitFailure {

    private GitFailure() {}

    static String sentence(Path top, List<String> lines) {
        String said = String.join(" ", lines);
        if (said.contains("dubious ownership") || said.contains("unsafe repository")) {
            return "文件夹 " + top + " 属于另一个用户，git 不肯使用；请运行 git config --global --add safe.directory "
                    + top.toString().replace('\\', '/');
        }
        if (said.contains(".lock': File exists")) {
            return locked(top.resolve(".git"));
        }
        if (said.contains("No space left")) {
            return "磁盘已满，git 无法写入";
        }
        if (said.contains("Permission denied")) {
            return "没有写入权限，git 说：" + said;
        }
        return "git 运行失败：" + (said.isEmpty() ? "没有说明原因" : said);
    }

    /** Says that another program holds the lock of the index. */
    public static String locked(Path gitFolder) {
        return "另一个程序正在使用这个 git 仓库，或者上次没有正常结束（有文件 " + gitFolder.resolve("index.lock") + "）；请等它结束后再试，确认没有程序在用时可以删除这个文件";
    }
}
