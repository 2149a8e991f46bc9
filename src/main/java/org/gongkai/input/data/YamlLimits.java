package org.gongkai.input.data;

import java.util.Optional;
import org.gongkai.problem.Problem;

/**
 * The limits of a header or a data file, far above what people write, to bound the resources used.
 *
 * @param path the path of the file, for problems
 * @param firstLine the line of the file on which the YAML begins, from 1
 * @param times how many times as many characters and values are allowed as in a header
 */
public record YamlLimits(String path, int firstLine, int times) {

    /** Maximum nesting of lists and groups. */
    static final int DEPTH = 20;

    /** Maximum number of values; those of aliases are counted at each use. */
    static final int VALUES = 20_000;

    /** Maximum number of fields of a group. */
    public static final int FIELDS = 1_000;

    /** Maximum length of a field name, in characters. */
    public static final int NAME = 100;

    /** Maximum length of a line, in characters. */
    public static final int LINE = 20_000;

    /** Maximum length of the YAML, in characters. */
    static final int CHARACTERS = 400_000;

    int values() {
        return VALUES * times;
    }

    /** Checks the size of a text before it is parsed. */
    Optional<Problem> beforeParsing(String text) {
        int characters = CHARACTERS * times;
        if (text.length() > characters) {
            return Optional.of(Problem.error(
                    "E410",
                    path,
                    firstLine,
                    1,
                    "文件头或数据文件太长：" + text.length() + " 个字符",
                    "最多 " + characters + " 个字符；大的表格请作为附件"));
        }
        int line = 0;
        for (int at = 0; at <= text.length(); line++) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            if (end - at > LINE) {
                return Optional.of(lineTooLong(path, firstLine + line, end - at));
            }
            at = end + 1;
        }
        return Optional.empty();
    }

    /** Returns the problem of a line that exceeds {@link #LINE}. */
    public static Problem lineTooLong(String path, int line, int length) {
        return Problem.error(
                "E413", path, line, LINE + 1, "这一行太长：" + length + " 个字符", "一行最多 " + LINE + " 个字符；长的内容请写在正文里");
    }

    /** Returns the problem of a name that exceeds {@link #NAME}. */
    public static Problem nameTooLong(String path, int line, int column, int length) {
        return Problem.error(
                "E415",
                path,
                line,
                column,
                "字段名太长：" + length + " 个字符",
                "字段名最多 " + NAME + " 个字符，后面是英文冒号和一个空格；请检查是不是把正文写进了文件头");
    }

    /** Returns the problem of a group that exceeds {@link #FIELDS}. */
    public static Problem tooManyFields(String path, int line, int column) {
        return Problem.error(
                "E414", path, line, column, "字段太多：超过 " + FIELDS + " 个", "一处最多 " + FIELDS + " 个字段；大的表格请作为附件");
    }

    Problem tooDeep(int line, int column) {
        return Problem.error("E411", path, line, column, "嵌套太深：超过 " + DEPTH + " 层", "列表和分组最多套 " + DEPTH + " 层，请写得简单些");
    }

    Problem tooMany(int line, int column) {
        return Problem.error(
                "E412",
                path,
                line,
                column,
                "内容太多：展开后超过 " + values() + " 项",
                "最多 " + values() + " 项，重复引用（& 和 *）按展开后计；请拆开或写得简单些");
    }
}
