#!/bin/sh
# Starts $CHROMIUM as it was asked to start, but without the two pages that its address bar would
# make ready for each tab: to open one then takes a third of the time. Playwright's own list of
# what is switched off is added to, for of two lists the browser goes by the last alone.
for argument do
    shift
    case $argument in
        --disable-features=*) argument=$argument,WebUIOmniboxPopup,WebUIOmniboxAimPopup ;;
    esac
    set -- "$@" "$argument"
done
exec "$CHROMIUM" "$@"
