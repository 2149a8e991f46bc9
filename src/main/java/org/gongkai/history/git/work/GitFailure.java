package org.gongkai.history.git.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.io.InstalledProgram;
import org.gongkai.io.PlainFailure;

/** Says in one sentence why git failed, for the causes that users can remove. */
public final class GitFailure {

    private static final Pattern LOCK = Pattern.compile("'([^']*\\.lock)': File exists");
    private static final Pattern DENIED = Pattern.compile(
            "(?i)(?:cannot|could not|unable to|failed to|insufficient permission)[^:]*:?.*Permission denied(?! \\()");

    private static final Pattern FULL = Pattern.compile("No space left|Out of diskspace|[Qq]uota exceeded"
            // Git does not always say why.
            + "|(?:[Uu]nable to|[Cc]ould not|couldn't|failed to) (?:write|append|create|close|set)"
            // JGit.
            + "|Creating directory .* failed");

    private GitFailure() {}

    /** The sentence for what git has said; empty if it is about none of these causes. */
    static Optional<PlainFailure> known(Path top, List<String> lines) {
        String said = String.join(" ", lines);
        Matcher lock = LOCK.matcher(said);
        if (said.contains("dubious ownership") || said.contains("unsafe repository")) {
            return Optional.of(
                    new PlainFailure("文件夹 " + top + " 属于另一个用户，git 不肯使用；请运行 git config --global --add safe.directory "
                            + InstalledProgram.typed(top.toString().replace('\\', '/'))));
        }
        if (lock.find()) {
            return Optional.of(new PlainFailure(locked(Path.of(lock.group(1)))));
        }
        if (said.contains("Read-only file system")) {
            return Optional.of(new PlainFailure("git 仓库只能读，不能写"));
        }
        if (DENIED.matcher(said).find()) {
            return Optional.of(new PlainFailure("没有权限写 git 仓库"));
        }
        return FULL.matcher(said).find() ? Optional.of(new PlainFailure("磁盘已满，git 写不下了；请腾出地方再试")) : Optional.empty();
    }

    static IOException of(Path top, List<String> lines) {
        String said = String.join(" ", lines);
        return known(top, lines)
                .<IOException>map(plain -> plain)
                .orElseGet(() -> said.isEmpty()
                        ? new PlainFailure("git 没有做完，也没有说明原因，放临时文件的磁盘可能满了；请看一看再试")
                        : new IOException("git 运行失败：" + said));
    }

    /** The causes are asked too: the last alone may say that the disk is full. */
    static IOException of(Path top, Exception failure) {
        List<String> said = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            said.add(String.valueOf(cause.getMessage()));
        }
        IOException named = of(top, said);
        named.initCause(failure);
        return named;
    }

    /** Says that another program holds a lock of the repository. */
    public static String locked(Path lock) {
        return "另一个程序正在使用这个 git 仓库，或者上次没有正常结束（有文件 " + lock + "）；请等它结束后再试，确认没有程序在用时可以删除这个文件";
    }
}
