/** Definitions of registers. In: {@code registers.yml}, built in and of a site; out: {@link RegisterSpec}. */
package org.gongkai.feature.register.spec;
