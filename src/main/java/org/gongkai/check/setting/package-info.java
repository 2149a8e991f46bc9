/**
 * Settings that switch rules off or change their severity, and exemptions of single entries. Input: data files and
 * headers. Output: the effective settings. Independent of what the rules examine.
 */
package org.gongkai.check.setting;
