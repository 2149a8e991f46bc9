package org.gongkai.cli.option;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of commands that can act on many sites, which are read before the command is; here for its help. */
@Command
public final class ListedSites {

    /** What a run for a list adds to the command for each site. */
    public static final String ONE = "--one-of-list";

    @Option(names = "--sites", paramLabel = "清单", description = "对清单里的全部站点做，一个没有成功，别的照样做")
    private Path list;

    @Option(names = "--site", paramLabel = "代码", arity = "1..*", description = "只做清单里的这几个；上级单位的代码指它下面的全部")
    private List<String> codes;

    @Option(names = "--shard", paramLabel = "份", description = "只做清单的一份，如 2/8 是8份里的第2份")
    private String shard;

    @Option(names = ONE, hidden = true)
    private boolean one;

    /** Whether this site is one of a list, of which a line tells what changed. */
    public boolean isOne() {
        return one;
    }
}
