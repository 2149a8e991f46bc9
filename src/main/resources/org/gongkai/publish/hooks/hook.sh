#!/bin/sh
@MARK@
# 要改，请再运行 hooks install；要去掉，加上 --uninstall。
# 程序的文件都要在，第一个还要能运行；几个文件之间是冒号。
set -f
IFS=:
may=运行
for word in @COMMAND@; do
  for file in $word; do
    if [ "${file#/}" != "$file" ] && { [ ! -r "$file" ] || { [ "$may" = 运行 ] && [ ! -x "$file" ]; }; }; then
      echo "程序没有启动：$file 没有了，或者用户 $(id -un 2>/dev/null) 没有权限$may。请告诉管理员：放回原处，或者再运行一次 hooks install。" >&2
      exit 3
    fi
  done
  may=读
done
unset IFS
set +f
# git 不给参数；doctor 给的是 --version，看程序能不能启动。
if [ $# -eq 0 ]; then
updates=$(cat)
earlier="$0"@SUFFIX@
if [ -x "$earlier" ]; then
  printf '%s\n' "$updates" | "$earlier" || exit $?
fi
@OWN@fi
printf '%s\n' "${updates-}" | LC_ALL=C.UTF-8 @COMMAND@ "$@"
status=$?
case "$status" in
  [0-3]) exit "$status" ;;
  126 | 127) echo "程序没有启动（退出状态 $status）：没有了，或者用户 $(id -un 2>/dev/null) 没有权限运行。请告诉管理员：再运行一次 hooks install。" >&2 ;;
  *) echo "程序被系统中止了（退出状态 $status），没有做完；多半是服务器内存不够，请告诉管理员。" >&2 ;;
esac
exit 3
