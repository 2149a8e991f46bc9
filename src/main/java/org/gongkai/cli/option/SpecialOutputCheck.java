package org.gongkai.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.io.FileTrees;
import org.gongkai.site.SiteBuilder;

/**
 * Separates entries for certain people from all other output: they are built only with an option of their own,
 * without other entries, and into an empty folder.
 */
public final class SpecialOutputCheck {

    private SpecialOutputCheck() {}

    /**
     * Checks the arguments of a build.
     *
     * @param wanted whether such entries are wanted
     * @param audience the audience that is wanted, or null
     * @param output the folder to write to, or null
     * @throws WrongUsage if they do not go together
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
        if (Files.exists(output) && !FileTrees.isEmpty(output)) {
            throw new WrongUsage("特定对象的内容只能写进空的文件夹，不能和别的放在一起：" + output);
        }
    }

    /**
     * Refuses the name of these entries as an audience.
     *
     * @param audience the audience that is wanted, or null
     */
    public static void refuse(String audience) {
        if (SiteBuilder.SPECIAL.equals(audience)) {
            throw new WrongUsage("“特定对象”不是公开对象，不能进入共用的站点；要单独生成，用 build --only-special -o 文件夹");
        }
    }
}
