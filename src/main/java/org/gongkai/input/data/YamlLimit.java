package org.gongkai.input.data;

import java.util.Locale;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;

/** A limit of a header or a data file, far above what people write, to bound the resources used. */
public enum YamlLimit {
    CHARACTERS(400_000, "E410", "文件头或数据文件太长：%2$d 个字符", "最多 %1$d 个字符；大的表格请作为附件"),
    /** Of the nesting of lists and groups. */
    DEPTH(20, "E411", "嵌套太深：超过 %d 层", "列表和分组最多套 %d 层，请写得简单些"),
    /** Values of aliases are counted at each use. */
    VALUES(20_000, "E412", "内容太多：展开后超过 %d 项", "最多 %d 项，重复引用（& 和 *）按展开后计；请拆开或写得简单些"),
    /** Of the characters of a line. */
    LINE(20_000, "E413", "这一行太长：%2$d 个字符", "一行最多 %d 个字符；长的内容请写在正文里"),
    /** Of the fields of a group. */
    FIELDS(1_000, "E414", "字段太多：超过 %d 个", "一处最多 %d 个字段；大的表格请作为附件"),
    /** Of the characters of a field name. */
    NAME(100, "E415", "字段名太长：%2$d 个字符", "字段名最多 %d 个字符，后面是英文冒号和一个空格；请检查是不是把正文写进了文件头");

    private final int most;
    private final String code;
    private final String message;
    private final String hint;

    YamlLimit(int most, String code, String message, String hint) {
        this.most = most;
        this.code = code;
        this.message = message;
        this.hint = hint;
    }

    public int most() {
        return most;
    }

    /** Ends the reading of a file if a number exceeds it. */
    void check(String path, Position at, int number, int times) {
        if (number > most * times) {
            throw new Refused(exceeded(path, at, number, times));
        }
    }

    /**
     * Returns the problem of a number that exceeds it.
     *
     * @param times how many times as much is allowed
     */
    public Problem exceeded(String path, Position at, int number, int times) {
        String told = String.format(Locale.ROOT, message, most * times, number);
        return Problem.error(code, path, at, told, String.format(Locale.ROOT, hint, most * times));
    }

    /** Thrown if a document is not read any further. */
    static final class Refused extends RuntimeException {
        final transient Problem problem;

        Refused(Problem problem) {
            super(problem.text(), null, false, false);
            this.problem = problem;
        }
    }
}
