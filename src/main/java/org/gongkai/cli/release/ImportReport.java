package org.gongkai.cli.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.cli.text.Terminal;
import org.gongkai.publish.bundle.Bundle;
import org.gongkai.publish.bundle.BundleImport;
import org.gongkai.publish.release.Outcome;

/** Prints the result of importing an archive. */
record ImportReport(Terminal terminal, BundleImport.Result result) {

    /**
     * Prints it.
     *
     * @param repository the repository that has taken the sources, if one has
     */
    void print(Bundle bundle, Optional<Path> repository) throws IOException {
        Outcome outcome = result.outcome();
        outcome.notes().forEach(note -> terminal.err().println("提示：" + note + "。"));
        if (result.isRefused()) {
            printRefusal(outcome);
            return;
        }
        terminal.out()
                .println("离线包里的发布批次 " + bundle.release().release() + "："
                        + (outcome.published().isPresent() ? "已发布" : "没有变化，没有新的发布批次"));
        outcome.published().ifPresent(published -> terminal.out().println(LedgerRecordText.of(published)));
        terminal.out().println("当前：" + outcome.current().resolve("index.html"));
        if (!outcome.lost().isEmpty() && outcome.published().isPresent()) {
            terminal.out().println("失效的网址：" + String.join("、", outcome.lost()));
        }
        String manifestHash = bundle.manifestHash();
        if (outcome.published()
                .filter(published -> !published.manifestHash().equals(manifestHash))
                .isPresent()) {
            terminal.err().println("提示：这里另有撤下说明或年度存档的文件，清单与包里的不完全相同。");
        }
        bundle.manifest().nextChange().ifPresent(day -> terminal.out().println("下次变化：" + day + "（到这一天要有新的离线包）"));
        repository.ifPresent(
                path -> terminal.out().println("源文件：" + path.toAbsolutePath().normalize()));
    }

    private void printRefusal(Outcome outcome) {
        outcome.returned().forEach(page -> terminal.err()
                .println(page.text() + "；请在那边也撤下，要重新公开，先在这里运行 takedown " + page.taken() + " --undo"));
        outcome.lost()
                .forEach(address -> terminal.err().println("网址 " + address + " 没有了；请在那边补上 旧址，确实不再需要，加上 --allow-lost"));
        terminal.err().println("没有导入，站点没有改动。");
    }
}
