package org.gongkai.cli.sites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.Terminal;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;
import org.gongkai.publish.SiteList;
import org.gongkai.publish.SiteList.ListedSite;

/** Reads the file with a list of sites, and selects sites from it. */
public final class ListFile {

    private ListFile() {}

    /**
     * Reads a list.
     *
     * @return empty if it has errors, which are printed
     * @throws WrongUsage if there is no such file
     */
    public static Optional<SiteList> read(Path file, Terminal terminal) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new WrongUsage("没有这个站点清单：" + file);
        }
        List<Problem> problems = new ArrayList<>();
        String text = new TextDecoder()
                .decode(file.toString(), Files.readAllBytes(file), problems::add)
                .orElse("");
        SiteList list = SiteList.read(file, text, problems::add);
        if (problems.stream().noneMatch(Problem::isError)) {
            return Optional.of(list);
        }
        problems.forEach(problem -> terminal.note(problem.text()));
        terminal.note("站点清单有错误，什么也没有做。");
        return Optional.empty();
    }

    /**
     * Selects sites.
     *
     * @param codes the codes of sites and of units whose sites are wanted; empty for all
     * @param shard which part of these; empty for all
     * @throws WrongUsage if the list has no such code
     */
    public static List<ListedSite> wanted(SiteList list, List<String> codes, Optional<Shard> shard) {
        for (String code : codes) {
            if (list.unit(code).isEmpty()) {
                List<String> known = list.units().stream().map(ListedSite::code).toList();
                throw new WrongUsage("站点清单里没有代码“" + code + "”"
                        + Nearest.of(code, known)
                                .map(near -> "；您是不是要写“" + near + "”")
                                .orElse(""));
            }
        }
        List<ListedSite> sites = list.sites().stream()
                .filter(site -> codes.isEmpty() || codes.stream().anyMatch(code -> list.isWithin(site, code)))
                .toList();
        return shard.map(part -> part.of(sites)).orElse(sites);
    }

    /**
     * A part of a list, so that several processes or machines can each do theirs.
     *
     * @param number which part, from 1
     * @param count how many parts there are
     */
    public record Shard(int number, int count) {

        /**
         * Reads a part, such as {@code 2/8}.
         *
         * @throws WrongUsage if it is none
         */
        public static Shard parse(String typed) {
            if (typed.matches("[1-9][0-9]{0,5}/[1-9][0-9]{0,5}")) {
                int number = Integer.parseInt(typed.replaceFirst("/.*", ""));
                int count = Integer.parseInt(typed.replaceFirst(".*/", ""));
                if (number <= count) {
                    return new Shard(number, count);
                }
            }
            throw new WrongUsage("--shard 写成 2/8 这样，8份里的第2份；不能是“" + typed + "”");
        }

        /** Returns the items of this part; all parts together have each item once. */
        public <T> List<T> of(List<T> items) {
            return IntStream.range(0, items.size())
                    .filter(at -> at % count == number - 1)
                    .mapToObj(items::get)
                    .toList();
        }
    }
}
