package org.gongkai.write.form;

import java.util.List;
import org.gongkai.write.form.FormField.Need;

/** The members of common fields that are groups. */
final class FormMembers {

    private FormMembers() {}

    static List<FormField> notice() {
        return List.of(
                member("起", FormInput.DATE, Need.REQUIRED),
                member("止", FormInput.DATE, Need.REQUIRED),
                member("工作日", FormInput.NUMBER, Need.OPTIONAL),
                member("结果", FormInput.REFERENCE, Need.OPTIONAL));
    }

    static List<FormField> meeting(List<String> persons, List<String> groups) {
        return List.of(
                member("名称", FormInput.TEXT, Need.RECOMMENDED),
                member("次数", FormInput.TEXT, Need.OPTIONAL),
                member("时间", FormInput.DATE, Need.RECOMMENDED),
                member("地点", FormInput.TEXT, Need.RECOMMENDED),
                FormField.member("主持人", FormInput.PERSON, Need.RECOMMENDED, persons),
                FormField.member("记录人", FormInput.PERSON, Need.OPTIONAL, persons),
                member("应到", FormInput.NUMBER, Need.RECOMMENDED),
                member("实到", FormInput.NUMBER, Need.RECOMMENDED),
                member("出席", FormInput.LIST, Need.OPTIONAL),
                member("列席", FormInput.LIST, Need.OPTIONAL),
                member("缺席", FormInput.LIST, Need.OPTIONAL),
                member("主题", FormInput.TEXT, Need.OPTIONAL),
                FormField.member("党小组", FormInput.TEXT, Need.OPTIONAL, groups));
    }

    static List<FormField> files() {
        return List.of(
                member("文件", FormInput.REFERENCE, Need.REQUIRED),
                member("名称", FormInput.TEXT, Need.OPTIONAL),
                member("人工核查", FormInput.TEXT, Need.OPTIONAL));
    }

    static List<FormField> step(String who, List<String> persons) {
        return List.of(
                FormField.member(who, FormInput.PERSON, Need.REQUIRED, persons),
                member("日期", FormInput.DATE, Need.REQUIRED));
    }

    private static FormField member(String name, FormInput input, Need need) {
        return FormField.member(name, input, need, List.of());
    }
}
