package org.gongkai.publish.push;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.GitServer;
import org.gongkai.testing.GitServer.Pushed;
import org.gongkai.testing.Promise;
import org.gongkai.testing.PushFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A text that changed after its approval is refused when it is pushed; what was there before the push is not. */
@Tag("slow")
class ApprovedTextAtPushTest extends PushFixture {

    private static final String PATH = "content/b.md";

    @BeforeEach
    void anApprovedEntryIsPublished() {
        write("到会12人，在会仪室签到。", "");
        server.commit(clone, "approved");
    }

    private void write(String body, String field) {
        GitServer.write(
                clone,
                PATH,
                "---\n标题: 乙\n发布日期: 2024-05-06\n保密审查: 宣传委员 2024-05-03\n审批: 书记 2024-05-04\n" + field + "---\n\n" + body
                        + "\n");
    }

    private Pushed pushed(String body, String field) {
        write(body, field);
        server.commit(clone, body);
        return server.push(clone);
    }

    @Test
    @Promise("A text that changed after its approval is refused at the push")
    @Promise("typing errors pass if the header states them")
    void refusesAnotherFigureUnderTheOldApproval() {
        server.installed();
        assertThat(server.push(clone).status()).isZero();

        Pushed refused = pushed("到会13人，在会仪室签到。", "");
        assertThat(refused.status()).isNotZero();
        assertThat(refused.said())
                .contains("没有收下这次推送：有 1 个错误。", "错误 E385 审批是2024-05-04的，")
                .contains("“到会12人，在会仪室签到。”改成“到会13人，在会仪室签到。”", "重新审批");

        assertThat(pushed("到会12人，在会议室签到。", "勘误: “会仪室”改为“会议室”\n").status()).isZero();
        Pushed corrected = pushed("到会13人，在会议室签到。", "修订日期: 2024-05-08\n");
        assertThat(corrected.status()).isNotZero();
        GitServer.write(
                clone,
                PATH,
                "---\n标题: 乙\n发布日期: 2024-05-06\n修订日期: 2024-05-08\n保密审查: 宣传委员 2024-05-07\n审批: 书记 2024-05-08\n---\n\n"
                        + "到会13人，在会议室签到。\n\n更正：2024年5月8日，人数原来写的是12人。\n");
        server.commit(clone, "corrected");
        Pushed accepted = server.push(clone);
        assertThat(accepted.status()).as(accepted.said()).isZero();
    }

    @Test
    void doesNotHoldUpASiteThatComesWithOldChanges() {
        write("到会13人，在会仪室签到。", "");
        server.commit(clone, "changed before the hooks");
        server.installed();
        Pushed first = server.push(clone);
        assertThat(first.status()).as(first.said()).isZero();

        committed("content/c.md", "第三条内容");
        Pushed next = server.push(clone);
        assertThat(next.status()).as(next.said()).isZero();
    }
}
