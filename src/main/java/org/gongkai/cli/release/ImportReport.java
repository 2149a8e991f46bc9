package org.gongkai.cli.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.cli.text.Terminal;
import org.gongkai.publish.bundle.Bundle;
import org.gongkai.publish.release.Outcome;

/** Tells what came of publishing an archive. */
record ImportReport(Terminal terminal, Outcome outcome, boolean allowLost) {

    /** Whether it must not be published, and was not. */
    boolean refused() {
        return !outcome.returned().isEmpty() || !outcome.lost().isEmpty() && !allowLost;
    }

    /**
     * Tells it.
     *
     * @param git the repository that took the sources, if one did
     * @return the exit status
     */
    int print(Bundle bundle, Optional<Path> git) throws IOException {
        outcome.notes().forEach(note -> terminal.err().println("提示：" + note + "。"));
        if (refused()) {
            printRefusal();
            return 1;
        }
        terminal.out()
                .println("离线包里的版本 " + bundle.release().release() + "："
                        + (outcome.published().isPresent() ? "已发布" : "没有变化，没有新的版本"));
        outcome.published().ifPresent(published -> terminal.out().println(PublishReport.sentence(published)));
        terminal.out().println("当前：" + outcome.current().resolve("index.html"));
        if (!outcome.lost().isEmpty() && outcome.published().isPresent()) {
            terminal.out().println("丢掉的网址：" + String.join("、", outcome.lost()));
        }
        String seal = bundle.seal();
        if (outcome.published().filter(made -> !made.seal().equals(seal)).isPresent()) {
            terminal.err().println("提示：这里另有撤下说明或版本（edition）的文件，清单与包里的不完全相同。");
        }
        bundle.manifest().nextChange().ifPresent(day -> terminal.out().println("下次变化：" + day + "（到这一天要有新的离线包）"));
        git.ifPresent(repository ->
                terminal.out().println("源文件：" + repository.toAbsolutePath().normalize()));
        return 0;
    }

    private void printRefusal() {
        outcome.returned().forEach(page -> terminal.err()
                .println(page.text() + "；请在那边也撤下，要重新公开，先在这里运行 takedown " + page.taken() + " --undo"));
        outcome.lost()
                .forEach(address -> terminal.err().println("网址 " + address + " 没有了；请在那边补上 旧址，确实要丢掉，加上 --allow-lost"));
        terminal.err().println("没有导入，站点没有改动。");
    }
}
