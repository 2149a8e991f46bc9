package org.gongkai.publish.release.verify;

/**
 * A deviation from what was sealed.
 *
 * @param kind the kind of deviation
 * @param where the file, or another location
 */
public record Finding(Kind kind, String where) {

    /** Kinds of deviations, with their Chinese labels. */
    public enum Kind {
        MISSING("缺少"),
        EXTRA("多出"),
        CHANGED("改动"),
        PACKED("压缩副本与原文件不符"),
        MANIFEST("清单不是本程序写的，或被改动过"),
        SEAL("清单与封存的不符"),
        SIGNATURE("签名不对"),
        UNSIGNED("没有签名"),
        ADDRESSES("网址清单与封存的不符"),
        CURRENT("current 指向的不是记录里的当前发布批次"),
        UNREADABLE("不是 ZIP 文件，或者没有复制完整"),
        FORM("不是 export bundle 写出的形式"),
        UNSAFE("路径会写到外面去"),
        TWICE("有两份"),
        RECORD("发布记录对不上"),
        SOURCES("源文件不是这个发布批次的提交"),
        UNFINISHED("撤下还没有做完，读者可能还看得到；请再运行一次 takedown（连同 --reason），下一条发布、换回、撤下或清理的命令也会先接着做完"),
        ELSEWHERE("别的公开对象已经撤下，这里没有；请再运行一次 takedown（连同 --reason）：这里也要撤的，--to 写各公开对象共同的文件夹；有意只撤那一个的，--to 写它的文件夹");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The Chinese text of the finding. */
    public String text() {
        return kind.label + "：" + where;
    }
}
