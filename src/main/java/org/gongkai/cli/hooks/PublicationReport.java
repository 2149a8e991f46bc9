package org.gongkai.cli.hooks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.cli.text.FailureText;
import org.gongkai.cli.text.Terminal;
import org.gongkai.publish.hooks.PublicationRunner;

/** Prints what the author of an accepted push reads about its publication. */
record PublicationReport(PushOutput output) {

    PublicationReport(Terminal terminal) {
        this(new PushOutput(terminal));
    }

    /** The last publication, which nobody watched, has failed. */
    void failedBefore(String report) {
        output.line("");
        output.line("注意：上次发布没有成功，现在再试一次：");
        report.lines().limit(PushOutput.LIMIT).forEach(line -> output.line("  " + line));
    }

    /** The site is being published by another process. */
    void publishingInBackground(List<String> addresses) {
        output.line("已收下，正在后台发布，过一会儿就能看到" + (addresses.isEmpty() ? "。" : "："));
        output.items(addresses);
    }

    /**
     * The push was accepted, but the site could not be published.
     *
     * @param log where the maintainer of the server finds more
     */
    void publicationFailed(String report, Path log) {
        output.line("已收下，但是网站没有更新：");
        report.lines().limit(PushOutput.LIMIT).forEach(line -> output.line("  " + line));
        output.line("内容已经在仓库里，不用再推送。请告诉管理员看日志：");
        output.line("  " + log);
        output.line("下一次推送或定时任务会再发布一次。");
    }

    /** The site is published, or will be by the process that is publishing now. */
    void published(PublicationRunner.Result result, List<String> addresses, Optional<LocalDate> nextChange) {
        output.line((result.busy() ? "已收下，另一次推送正在发布，做完就轮到" : "已发布") + (addresses.isEmpty() ? "。" : "："));
        output.items(addresses);
        result.recordingFailure().ifPresent(failure -> {
            output.line("");
            output.line(notRecorded(failure));
        });
        nextChange
                .filter(day -> !result.busy() && result.recordingFailure().isEmpty())
                .ifPresent(day -> output.line("下次变化：" + day + "（到那天网站自己更新）"));
    }

    /** The sentence about a site that is published, but not recorded as such in the repository. */
    static String notRecorded(IOException failure) {
        return "网站已经更新，但是在仓库里记不下来（" + FailureText.ofIo(failure) + "），请告诉管理员；下一次推送或定时任务会再发布一次，内容不变。";
    }
}
