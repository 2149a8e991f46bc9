package org.gongkai.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.site.SiteBuilder;

/**
 * Keeps what is for certain people only out of every place that others may read: it is made only if it is asked for by its
 * own option, alone, and into a folder that holds nothing else.
 */
public final class SpecialOutputCheck {

    private SpecialOutputCheck() {}

    /**
     * Refuses to begin.
     *
     * @param wanted whether such entries are asked for
     * @param audience the audience that is asked for, or null
     * @param output the folder that was named, or null
     */
    public static void check(boolean wanted, String audience, Path output) throws IOException {
        refuse(audience);
        if (!wanted) {
            return;
        }
        if (audience != null) {
            throw new WrongUsage("--only-special 和 --audience 不能一起用");
        }
        if (output == null) {
            throw new WrongUsage("用 --only-special 时，请用 -o 说明写到哪个空的文件夹");
        }
        if (Files.exists(output)) {
            try (var inside = Files.list(output)) {
                if (inside.findAny().isPresent()) {
                    throw new WrongUsage("特定对象的内容只能写进空的文件夹，不能和别的放在一起：" + output);
                }
            }
        }
    }

    /** No common output has this audience. */
    public static void refuse(String audience) {
        if (SiteBuilder.SPECIAL.equals(audience)) {
            throw new WrongUsage("“特定对象”不是受众，不能进入共用的站点；要单独生成，用 build --only-special -o 文件夹");
        }
    }
}
