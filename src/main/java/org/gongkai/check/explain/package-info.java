/**
 * The explanations of problem codes that {@code explain} prints. Input: data files of the core and of features. Output:
 * texts by code. Independent of the rules themselves.
 */
package org.gongkai.check.explain;
