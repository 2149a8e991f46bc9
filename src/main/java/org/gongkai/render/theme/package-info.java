/**
 * Templates, style sheets and scripts. Comes in: the name of a template and its variables. Goes out: the bytes of a
 * page. Knows nothing of which pages there are.
 */
package org.gongkai.render.theme;
