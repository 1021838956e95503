package io.chokepoint.base;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type that programs outside this project may use: its public names, what they mean and what they throw change only with the
 * first number of the version, and are deprecated for one release before. All that a stable type shows in its signatures is
 * stable too. What has no such mark is internal, public or not, and may change with any release.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Stable {}
