#!/bin/sh
# Draws the pictures of PICTURES.md and of the README anew. Needs no display; takes some minutes, most of them for the four models.
#
#   mvn -q -Pdist -DskipTests package     # once, for the program in target/chokepoint
#   mvn -q -pl src/desktop -am test -Dtest=WindowStatesTest -Dsurefire.failIfNoSpecifiedTests=false   # for the two pictures of states without a run
#   src/docs/pictures/make.sh
#
# Pictures are reduced to 128 colours where ImageMagick is installed, which keeps them under 6 MB in all.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
chokepoint=${CHOKEPOINT:-"$root/target/chokepoint/bin/chokepoint"}

draw() { # NAME ARGUMENTS…
    name=$1
    shift
    $chokepoint snapshot --scenario ree-licence-14nm-enforced --out "$here/$name.png" "$@"
}

draw window-light --week 99 --focus nvidia-h20
draw window-dark --week 99 --focus nvidia-h20 --theme dark
draw window-1280x800 --week 99 --focus nvidia-h20 --size 1280x800
draw window-1920x1080 --week 99 --focus nvidia-h20 --size 1920x1080
draw why --week 99 --open why
draw restrict --week 99 --focus yttrium-oxide --open restrict
draw compare --week 99 --compare ree-full-stop
draw difference --week 99 --compare ree-full-stop --difference
draw map --week 99 --view map
draw flows --week 99 --view sankey --focus yttria-hp
draw matrix --view matrix
draw search --week 99 --search yttr
draw everything --week 99 --open everything
draw gallery --open gallery
draw models --week 99 --view models
# Those of the README: the default scenario as it opens.
for look in light dark; do
    $chokepoint snapshot --scenario ree-licence-april-2025 --theme $look --out "$root/.github/images/window-$look.png"
done
cp "$root/target/pictures/state-empty.png" "$root/target/pictures/state-errors.png" "$here/"

if command -v mogrify > /dev/null; then
    mogrify -strip -dither None -colors 128 "$here"/*.png "$root"/.github/images/*.png
fi
